/** What a saved page is made of beside its text: no article of its own. */
const PART_OF_PAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|css|m?js|json|woff2?|ttf|otf|eot|mp3|mp4|webm)$/i;

/** So many of some files, evenly spread over them, and none that is likely only a part of another. */
export function chooseSample<File>(files: readonly File[], count: number, nameOf: (file: File) => string): File[] {
  const whole = files.filter((file) => !PART_OF_PAGE.test(nameOf(file)));
  const step = whole.length / count;
  return step <= 1 ? whole : Array.from({ length: count }, (_, index) => whole[Math.floor(index * step)]).filter((file) => file !== undefined);
}
