const SAFE = /^[\w@%+=:,./-]+$/;

/** A word that a POSIX shell takes as it is written: quoted where it must be. */
export function shellWord(text: string): string {
  return SAFE.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command on one line: its name as it is, each word of its arguments one word of the shell. */
export function shellLine(command: string, ...options: readonly (readonly string[])[]): string {
  return [command, ...options.flat().map(shellWord)].join(' ');
}
