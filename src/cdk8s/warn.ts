/** What Node.js prints of something that works, and may not be meant: with the construct that it is about. */
export function warn(path: string, message: string): void {
  process.emitWarning(`${path}: ${message}`, 'RegcredWarning');
}
