import type { LedgerEntry } from '../../main/contract/saving.ts';
import { formatBytes, formatMoment } from '../app/format.ts';
import { savingWords } from '../app/saving-words.ts';

const { requests: words } = savingWords;

/** Requests as a table: when, what was asked for, and what came of it. */
export function RequestsTable({ requests }: { readonly requests: readonly LedgerEntry[] }) {
  return (
    <table className="requests-table" aria-label={words.label}>
      <thead>
        <tr>
          {Object.values(words.columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.number} request={request} />
        ))}
      </tbody>
    </table>
  );
}

function RequestRow({ request: { at, url, purpose, sentTo, status, bytes, error } }: { readonly request: LedgerEntry }) {
  return (
    <tr>
      <td>
        <time dateTime={at}>{formatMoment(at)}</time>
      </td>
      <th scope="row">
        <span dir="ltr">{url}</span>
        <span className="requests-note">{sentTo === null ? words.notSent : words.sentTo(sentTo)}</span>
      </th>
      <td>{words.purposes[purpose]}</td>
      <td className={error === null ? undefined : 'is-failed'}>{[status, error].filter((part) => part !== null).join(': ') || words.noAnswer}</td>
      <td>{status === null && bytes === 0 ? '–' : formatBytes(bytes)}</td>
    </tr>
  );
}
