import fs from 'node:fs';

/** @param {number} pid @returns {number} 0 when there is no such process */
export function residentBytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It ended between the list and the look.
    return 0;
  }
}

/** @param {number} pid @returns {number} of all its threads so far; 0 when there is no such process, and where there is no /proc */
export function cpuSeconds(pid) {
  try {
    // After its name, which may hold anything, in brackets: times of its own and of the system's for it, as the 12th and 13th, in hundredths.
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** @returns {number} the most memory that this process has had resident */
export function peakBytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // Not Linux. There it is counted from the start of this program; on Linux a child's would begin with its parent's.
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** @param {number} root @returns {number[]} */
function processTree(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended between the list and the look.
    }
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/**
 * Samples the resident memory of a process and all below it. Linux only.
 *
 * @param {number} pid
 * @returns {() => number} ends the sampling and returns the peak in bytes
 */
export function watchMemory(pid) {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, processTree(pid).reduce((sum, one) => sum + residentBytes(one), 0));
  }, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
