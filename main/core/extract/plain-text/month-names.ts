/**
 * Month names of English, German, French, Spanish, Italian, Portuguese, Dutch and Russian as they stand in dates: whole,
 * in the genitive, and abbreviated. No spelling means two different months, so one table serves all.
 */
const NAMES: readonly string[] = [
  'january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari января январь янв',
  'february feb febr februar feber février févr fevr fév febrero febbraio febb fevereiro fev februari февраля февраль фев февр',
  'march mar märz mär maerz mars marzo março maart mrt марта март мар',
  'april apr avril avr abril abr aprile апреля апрель апр',
  'may mai mayo maggio mag maio mei мая май',
  'june jun juni juin junio giugno giu junho июня июнь июн',
  'july jul juli juillet juil julio luglio lug julho июля июль июл',
  'august aug août aout agosto ago augustus августа август авг',
  'september sept sep septembre septiembre setiembre settembre sett set setembro сентября сентябрь сен сент',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт',
  'november nov novembre noviembre novembro ноября ноябрь ноя нояб',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря декабрь дек',
];

const MONTHS = new Map(NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

/** The month's number from 1 to 12 for a name in lower case without a full stop. */
export function monthNumber(name: string): number | undefined {
  return MONTHS.get(name);
}

const WEEKDAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim ' +
    'lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom ' +
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gio ' +
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta feira seg ter qua qui sex ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo ' +
    'понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс'
  ).split(' '),
);

export function isWeekday(name: string): boolean {
  return WEEKDAYS.has(name);
}
