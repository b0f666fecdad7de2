import { until } from '../harness/until';
import { kubectl } from './kubectl';

/** Waits until an event of a namespace has these words: the kubelet sends its events after what they tell of. */
export async function eventSays(namespace: string, words: string): Promise<void> {
  await until({ what: `an event with '${words}'`, seconds: 30, everyMs: 500 }, async () => {
    const events = await kubectl('get', 'events', '-n', namespace, '-o', 'jsonpath={.items[*].message}');
    return events.includes(words) || undefined;
  });
}
