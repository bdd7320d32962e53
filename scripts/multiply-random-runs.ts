import fc from 'fast-check';

// Before each test file: property tests without a count of their own run a hundred times, or more in a soak.
fc.configureGlobal({ numRuns: 100 * Number(process.env['CARREL_SOAK'] ?? 1) });
