import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GNU_TIME = '/usr/bin/time';
const POLL_MS = 10;

/**
 * One whole process, from its start to its end; its output goes nowhere.
 * @typedef {object} ProcessFigures
 * @property {number} seconds
 * @property {number | null} peakMegabytes the most memory it held at once; null where the system does not tell
 */

/**
 * @param {readonly string[]} command the program and its arguments
 * @returns {Promise<ProcessFigures>}
 */
export async function measureProcess(command) {
  const folder = mkdtempSync(join(tmpdir(), 'workmethod-bench-'));
  try {
    const report = join(folder, 'time');
    const timed = hasGnuTime() ? [GNU_TIME, '-f', '%M', '-o', report, ...command] : command;
    const { seconds, polled } = await runProcess(timed);
    const kilobytes = hasGnuTime() ? Number(readFileSync(report, 'utf8').trim()) : polled;
    return { seconds, peakMegabytes: kilobytes === null ? null : (kilobytes * 1024) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasGnuTime() {
  return process.platform === 'linux' && existsSync(GNU_TIME);
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ seconds: number, polled: number | null }>} `polled` in kilobytes
 */
function runProcess(command) {
  const nowhere = openSync(process.platform === 'win32' ? 'NUL' : '/dev/null', 'w');
  return new Promise((settle, reject) => {
    const started = performance.now();
    const [program = '', ...args] = command;
    const child = spawn(program, args, { stdio: ['ignore', nowhere, 'pipe'] });
    /** @type {number | null} */
    let polled = null;
    const poll = setInterval(() => {
      polled = readPeak(child.pid) ?? polled;
    }, POLL_MS);
    let complaint = '';
    child.stderr?.on('data', (chunk) => {
      complaint += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(poll);
      const seconds = (performance.now() - started) / 1000;
      if (status === 0) settle({ seconds, polled });
      else reject(new Error(`${command.join(' ')} ended with ${status}: ${complaint}`));
    });
  });
}

/** Where Linux tells the peak so far. @param {number | undefined} pid */
function readPeak(pid) {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]);
  } catch {
    return null;
  }
}

/** Whether a program can be started. @param {string} program @returns {Promise<boolean>} */
export function isInstalled(program) {
  return new Promise((settle) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' });
    child.on('error', () => settle(false));
    child.on('close', () => settle(true));
  });
}

/**
 * The least, the middle and the greatest of some numbers.
 * @param {readonly number[]} values at least one
 */
export function summarize(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ place) => sorted[place] ?? Number.NaN;
  const median = (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
  return { min: at(0), median, max: at(sorted.length - 1) };
}
