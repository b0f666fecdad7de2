import { kubernetesDuration, singleUnitDuration, spokenDuration } from '../../src/plan/durations';

test.each([
  [1, '1s', '1s', '1 second'],
  [45, '45s', '45s', '45 seconds'],
  [60, '1m0s', '1m', '1 minute'],
  [2_250, '37m30s', '2250s', '37 minutes 30 seconds'],
  [3_600, '1h0m0s', '1h', '1 hour'],
  [5_400, '1h30m0s', '90m', '1 hour 30 minutes'],
  [43_199, '11h59m59s', '43199s', '11 hours 59 minutes 59 seconds'],
])('%i seconds: %s as Kubernetes writes it, %s in one unit, %s for people', (seconds, kubernetes, single, spoken) => {
  expect([kubernetesDuration, singleUnitDuration, spokenDuration].map((write) => write(seconds))).toEqual([
    kubernetes,
    single,
    spoken,
  ]);
});
