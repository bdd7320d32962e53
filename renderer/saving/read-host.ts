/** Letters, digits, hyphens and dots, or an IPv6 address in its brackets. */
const HOST = /^(?:[\p{L}\p{N}.-]+|\[[\da-f:.]+\])$/iu;

/** A host as the settings keep it, out of what somebody typed or pasted: `intranet.example`, `192.168.1.10:8080`. Null where that is none. */
export function readHost(typed: string): string | null {
  const [, authority = ''] = /^(?:https?:\/\/)?([^/?#\s]+)/i.exec(typed.trim()) ?? [];
  const hasRest = !/^(?:https?:\/\/[^\s]*|[^/?#\s]+\/?)$/i.test(typed.trim());
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
  if (hasRest || !HOST.test(name) || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return null;
  const hostname = URL.parse(`http://${name}/`)?.hostname;
  // Not the host of the whole: that leaves out the usual port, and the name alone would allow every port.
  return hostname ? `${hostname}${port === undefined ? '' : `:${Number(port)}`}` : null;
}
