import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findInputs } from '../../../src/pipeline/read/find-inputs.js';
import { runShell } from '../../support/run-program.js';
import { createFolder } from '../../support/temporary-folder.js';

/** Paths below `folder`, failures with their code. */
async function find(folder: string, paths: readonly string[] = ['']): Promise<string[]> {
  const { inputs } = await findInputs(paths.map((path) => (path === '' ? folder : `${folder}/${path}`)));
  return inputs.map(
    ({ path, failure }) => path.replace(`${folder}/`, '') + (failure === null ? '' : ` ${failure.code}`),
  );
}

describe('findInputs', () => {
  test('walks folders and sorts by code units', async () => {
    const folder = createFolder({
      'b.txt': '',
      'B.txt': '',
      'a/z.md': '',
      'a.txt': '',
      'a/b/c.jsonl': '',
      '中.txt': '',
    });
    expect(await find(folder)).toEqual(['B.txt', 'a.txt', 'a/b/c.jsonl', 'a/z.md', 'b.txt', '中.txt']);
  });

  test('passes over and counts other formats and hidden entries', async () => {
    const folder = createFolder({ 'a.txt': '', 'b.png': '', 'c/d': '', '.hidden.txt': '', '.git/x.txt': '' });
    const { inputs, passedOver } = await findInputs([folder]);
    expect(inputs.map((input) => input.path)).toEqual([`${folder}/a.txt`]);
    expect(passedOver).toBe(4);
  });

  test('reads what is named whatever its extension, and counts it as passed over nowhere', async () => {
    const folder = createFolder({ 'a.txt': '', 'b.dat': '' });
    const { inputs, passedOver } = await findInputs([folder, `${folder}/b.dat`]);
    expect(inputs).toHaveLength(2);
    expect(passedOver).toBe(0);
  });

  test('takes each file once', async () => {
    const folder = createFolder({ 'a.txt': '' });
    expect(await find(folder, ['a.txt', '', './a.txt', '*.txt', 'a.txt'])).toEqual(['a.txt']);
  });

  test('extensions in capitals count', async () => {
    expect(await find(createFolder({ 'A.TXT': '' }))).toEqual(['A.TXT']);
  });

  test('expands globs, folders among the matches too', async () => {
    const folder = createFolder({ 'a/1.txt': '', 'b/2.txt': '', 'b/3.md': '', 'c.txt': '' });
    expect(await find(folder, ['*/*.txt'])).toEqual(['a/1.txt', 'b/2.txt']);
    expect(await find(folder, ['**/*.md'])).toEqual(['b/3.md']);
    expect(await find(folder, ['{a,b}'])).toEqual(['a/1.txt', 'b/2.txt', 'b/3.md']);
  });

  test('takes a name with glob characters literally when it exists', async () => {
    const folder = createFolder({ '[1]*.txt': '', '1.txt': '' });
    expect(await find(folder, ['[1]*.txt'])).toEqual(['[1]*.txt']);
  });

  test('says that nothing is there', async () => {
    const folder = createFolder({ 'a.txt': '' });
    expect(await find(folder, ['b.txt', '*.md', 'a.txt/b'])).toEqual([
      '*.md not-found',
      'a.txt/b not-found',
      'b.txt not-found',
    ]);
  });

  test('a dangling link is a failure, a link to a file is a file', async () => {
    const folder = createFolder({ 'a.txt': '' });
    symlinkSync('nowhere', `${folder}/b.txt`);
    symlinkSync('a.txt', `${folder}/c.txt`);
    symlinkSync('d.txt', `${folder}/d.txt`);
    expect(await find(folder)).toEqual(['a.txt', 'b.txt not-found', 'c.txt', 'd.txt unreadable']);
  });

  test('links that form loops come to an end, and real folders keep their names', async () => {
    const folder = createFolder({ 'z/1.txt': '', 'y/2.txt': '' });
    symlinkSync('..', `${folder}/z/up`);
    symlinkSync('z', `${folder}/a`);
    symlinkSync('../y', `${folder}/z/y`);
    symlinkSync('../z', `${folder}/y/z`);
    expect(await find(folder)).toEqual(['y/2.txt', 'z/1.txt']);
    expect(await find(folder, ['**/*.txt'])).toEqual(['y/2.txt', 'z/1.txt']);
  });

  test('a pipe is told, not waited for', async () => {
    const folder = createFolder();
    await runShell('mkfifo a.txt b.other', { cwd: folder });
    expect(await find(folder)).toEqual(['a.txt special-file']);
    expect(await find(folder, ['b.other'])).toEqual(['b.other special-file']);
    expect((await findInputs(['/dev/null'])).inputs[0]?.failure?.code).toBe('special-file');
  });

  // The superuser may read everything.
  test.skipIf(process.getuid?.() === 0)('a folder that may not be read is a failure', async () => {
    const folder = createFolder({ 'a.txt': '' });
    mkdirSync(`${folder}/closed`);
    chmodSync(`${folder}/closed`, 0);
    expect(await find(folder)).toEqual(['a.txt', 'closed unreadable']);
    chmodSync(`${folder}/closed`, 0o700);
  });

  test('leaves out the file that is being written, and refuses to read it where it is named', async () => {
    const folder = createFolder({ 'a.txt': '', 'out.jsonl': '' });
    expect((await findInputs([folder], `${folder}/out.jsonl`)).inputs.map((input) => input.path)).toEqual([
      `${folder}/a.txt`,
    ]);
    await expect(findInputs([`${folder}/out.jsonl`], `${folder}/out.jsonl`)).rejects.toThrow(
      'would write over the report itself; name another',
    );
  });
});
