import { SNAPSHOT_MARK } from '../../contract/reading.ts';

/**
 * What a snapshot's response says of itself: all that it shows stands in it, and nothing in it may run, load, send or lead away. Styles in the
 * page are a stranger's, and may be only because they can load nothing. `sandbox` again, so that it stays locked wherever it is opened.
 */
export const SNAPSHOT_POLICY =
  "default-src 'none'; img-src data:; media-src data:; font-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin";

/** What stands in the place of a snapshot that could not be made: the window reads the reason out of it. */
export function failedSnapshot(reason: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="${SNAPSHOT_MARK}" content="failed">
<title>No snapshot</title>
</head>
<body><p>${escapeText(reason)}</p></body>
</html>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
