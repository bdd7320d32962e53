/** The names under which window and main process speak. The preload knows these and the contract, nothing else. */
export const CHANNELS = {
  /** Invoked with method and input; answers with an Outcome. */
  call: 'carrel:call',
  /** Invoked with paths; answers with an Outcome. */
  importDropped: 'carrel:import-dropped',
  /** Sent to the window with a topic and its message. */
  tell: 'carrel:tell',
} as const;
