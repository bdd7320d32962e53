/**
 * For the tests of charsets: one invented local news item in each language, and an encoder for the charsets that the
 * platform only decodes.
 */

export const SAMPLES = {
  zh: '市政府星期三宣布，新的过河大桥将在明年春天正式开放。负责工程的部门表示，过去两年的施工进展顺利，桥面和照明设备已经安装完毕。许多住在东岸的居民希望大桥能够缩短上班的时间。一位开书店的女士告诉记者，她每天要坐四十分钟的渡船才能到达对岸的店里。专家认为，大桥开通以后，两岸的房价可能会慢慢接近。市长在会上强调，渡船服务不会马上停止，至少还要继续运行一年。',
  zhHant: '市政府星期三宣布，新的過河大橋將在明年春天正式開放。負責工程的部門表示，過去兩年的施工進展順利，橋面和照明設備已經安裝完畢。許多住在東岸的居民希望大橋能夠縮短上班的時間。一位開書店的女士告訴記者，她每天要坐四十分鐘的渡船才能到達對岸的店裡。專家認為，大橋開通以後，兩岸的房價可能會慢慢接近。',
  ja: '町の図書館は来月から日曜日も夜八時まで開くことになった。これまでは午後五時に閉まっていたため、働いている人から不便だという声が多く出ていた。館長は「仕事の帰りに本を借りたい人のために時間を延ばした」と話している。新しい読書室には六十の席があり、パソコンを使える机も用意される。近くに住む高校生は、試験の前に静かな場所で勉強できるのがうれしいと語った。',
  ko: '시청은 수요일 강변에 새로운 공원을 만들겠다고 발표했다. 공원에는 어린이 놀이터와 자전거 도로가 들어설 예정이며 공사는 내년 봄에 시작된다. 주민들은 오랫동안 쉴 곳이 부족하다고 말해 왔다. 근처에서 가게를 하는 김 씨는 사람들이 더 많이 찾아올 것 같아 기대하고 있다고 밝혔다. 시장은 나무를 베지 않고 길을 내는 방법을 찾고 있다고 설명했다.',
  de: 'Die Gemeinde eröffnet im Frühjahr eine neue Fähre über den Fluss. Für die Bewohner der östlichen Dörfer fällt damit ein Umweg von über zwanzig Kilometern weg. „Das hätten wir früher gebraucht“, sagt die Bäckerin Käthe Müller, die täglich übersetzt. Außerdem dürfen Fahrräder künftig kostenlos mitgenommen werden – größere Fahrzeuge zahlen weiterhin vier Euro.',
  fr: "La mairie a annoncé mercredi l'ouverture d'une nouvelle bibliothèque près de la gare. Les élèves du collège voisin pourront y préparer leurs examens jusqu'à vingt heures. « C'est un rêve qui se réalise », a déclaré la directrice, très émue. Le bâtiment, conçu par une équipe française, a coûté moins cher que prévu, mais le mobilier n'est pas encore arrivé à cause d'une grève.",
  es: 'El ayuntamiento anunció el miércoles la apertura de un pequeño museo junto al río. Según la alcaldesa, la colección reúne más de trescientas fotografías de pescadores y niños de la región. «¿Quién no recuerda aquellas mañanas?», preguntó un vecino. La exposición permanecerá abierta todo el año y la entrada será gratuita los días de lluvia.',
  pt: 'A prefeitura anunciou na quarta-feira a construção de uma ponte para pedestres sobre o rio. Segundo a secretária, a obra não afetará o trânsito durante as férias. «É uma solução simples e econômica», disse o engenheiro João Magalhães, responsável pelo projeto. A população espera há três décadas por essa ligação entre os dois bairros.',
  it: 'Il comune ha annunciato mercoledì che la nuova piscina aprirà a metà giugno. Secondo il sindaco la struttura, che è costata meno del previsto, sarà gratuita per i bambini. «Così anche chi non può partire avrà un po’ di mare in città», ha detto. Perché l’apertura non slitti, si lavorerà già da lunedì anche di sera.',
  nl: 'De gemeente opent in het voorjaar een nieuw zwembad naast de oude fabriek. Volgens de wethouder was het idee van een leerling die vond dat er te weinig te doen was. „Eén brief heeft alles veranderd”, zei zij. De financiële bijdrage van de provincie bedraagt twee miljoen euro; voor de coöperatie van ijsverkopers is ook ruimte gereserveerd.',
  ru: 'Мэрия сообщила в среду, что новый мост через реку откроют весной следующего года. По словам главы города, строители закончили основные работы раньше срока. Жители восточного берега давно просили сократить дорогу до вокзала. «Теперь я успею отвести детей в школу», — сказала хозяйка небольшой пекарни. Паром будет ходить ещё не менее двух лет.',
  pl: 'Burmistrz ogłosił w środę, że nowa ścieżka nad rzeką zostanie otwarta już w czerwcu. Według niego mieszkańcy czekali na nią prawie dziesięć lat. „Będziemy wreszcie chodzić bezpiecznie” – powiedziała właścicielka piekarni. Część drogi jest jeszcze zamknięta, ponieważ źle położono płyty.',
  cs: 'Město ve středu oznámilo, že nový most přes řeku bude otevřen příští rok na jaře. Podle starosty dělníci dokončili hlavní práce dříve, než se čekalo. „Konečně stihnu odvést děti do školy,“ řekla majitelka malé pekárny. Přívoz bude jezdit ještě nejméně dva roky.',
} as const;

/** Encodes by turning the platform's decoder around. Throws for a character that the charset does not have. */
export function encodeAs(text: string, charset: string): Uint8Array {
  const table = encodingTable(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const encoded = code < 0x80 ? [code] : table.get(character);
    if (encoded === undefined) throw new Error(`${charset} has no ${character}`);
    bytes.push(...encoded);
  }
  return Uint8Array.from(bytes);
}

export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), order === 'le');
  return new Uint8Array(view.buffer);
}

/** Characters of JIS X 0208 take two bytes between the escapes `ESC $ B` and `ESC ( B`: EUC-JP without the high bits. */
export function encodeIso2022Jp(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const run of text.match(/[\u0000-\u007f]+|[^\u0000-\u007f]+/g) ?? []) {
    if (run.charCodeAt(0) < 0x80) bytes.push(...new TextEncoder().encode(run));
    else bytes.push(0x1b, 0x24, 0x42, ...encodeAs(run, 'euc-jp').map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, Map<string, readonly number[]>>();

function encodingTable(charset: string): Map<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    const text = new TextDecoder(charset).decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0x80; first < 0x100; first += 1) add(first);
  if (!/^(windows|iso|koi)/.test(charset)) {
    for (let first = 0x81; first < 0xff; first += 1) for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  }
  tables.set(charset, table);
  return table;
}
