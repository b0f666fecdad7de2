/** A file as a SARIF `artifactLocation.uri`: relative as it was named, so that a pull request finds the file. */
export function artifactUri(file: string): string {
  if (file === '-') return 'stdin';
  const path = file.replace(/\\/g, '/').replace(/^(?:\.\/+)+/, '');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (encoded.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]%3A\//.test(encoded) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
