const HOUR = 3_600;
const MINUTE = 60;

/** Seconds as Kubernetes writes a duration back, such as `1h0m0s`: any other spelling would be a difference to GitOps tools. */
export function kubernetesDuration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE)];
  const parts = [`${seconds % MINUTE}s`];
  if (hours > 0 || minutes > 0) parts.unshift(`${minutes}m`);
  if (hours > 0) parts.unshift(`${hours}h`);
  return parts.join('');
}

/** Seconds as a number with one unit, such as `30m`: the Vault Secrets Operator takes no other form. */
export function singleUnitDuration(seconds: number): string {
  if (seconds % HOUR === 0) return `${seconds / HOUR}h`;
  return seconds % MINUTE === 0 ? `${seconds / MINUTE}m` : `${seconds}s`;
}

/** Seconds for people: `12 hours`, `37 minutes 30 seconds`. */
export function spokenDuration(seconds: number): string {
  const units: [number, string][] = [
    [Math.floor(seconds / HOUR), 'hour'],
    [Math.floor((seconds % HOUR) / MINUTE), 'minute'],
    [seconds % MINUTE, 'second'],
  ];
  return units
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}
