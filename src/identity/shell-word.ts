const SAFE = /^[\w@%+=:,./-]+$/;

/** A word that a POSIX shell takes as it is written: quoted where it must be. */
export function shellWord(text: string): string {
  return SAFE.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command on one line, each argument one word of the shell. */
export function shellLine(...words: string[]): string {
  return words.map(shellWord).join(' ');
}
