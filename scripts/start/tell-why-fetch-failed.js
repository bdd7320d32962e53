// Loaded into Electron's installer, which prints "fetch failed" and keeps the cause to itself.
const fetchPlainly = globalThis.fetch;

globalThis.fetch = async (...request) => {
  try {
    return await fetchPlainly(...request);
  } catch (error) {
    console.error(error instanceof Error ? error.cause : error);
    throw error;
  }
};
