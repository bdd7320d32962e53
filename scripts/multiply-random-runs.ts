import fc from 'fast-check';
import { randomRuns } from '../main/core/base/random-runs.ts';

// Before each test file: property tests without a count of their own run a hundred times, or more in a soak.
fc.configureGlobal({ numRuns: randomRuns(100) });
