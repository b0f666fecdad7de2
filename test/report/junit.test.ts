import { formatJunit } from '../../src/report';
import { formatXml, xml } from '../../src/report/junit/xml';
import { checkReport, finding, imageVerdict, SAMPLE_REPORT, SIDE_IMAGE } from './sample-report';

test('a suite an object, a test for each image, and one for each finding that is about no image', () => {
  expect(formatJunit(SAMPLE_REPORT)).toMatchInlineSnapshot(`
"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="regcred" tests="4" failures="1" errors="0">
  <testsuite name="Deployment/payments/api" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="api: ghcr.io/acme/api:1.4" classname="Deployment/payments/api" file="k8s/api.yaml">
      <system-out>credential: the kubelet tries the login 'ghcr.io/acme' of Secret 'regcred'</system-out>
    </testcase>
    <testcase name="side: quay.io/acme/side:2" classname="Deployment/payments/api" file="k8s/api.yaml">
      <failure type="missing-credential" message="no login of Secret 'regcred' matches 'quay.io/acme/side:2'">k8s/api.yaml:22:18
why: The kubelet asks without a login, and the registry refuses.
fix: add a login for 'quay.io' to Secret 'regcred', or say that the image is public with --public 'quay.io/acme/side'
see: https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/</failure>
      <system-out>missing: no login matches, and quay.io is not known to be public</system-out>
    </testcase>
  </testsuite>
  <testsuite name="Secret/payments/regcred" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="prefix-leak at data[&quot;.dockerconfigjson&quot;]" classname="Secret/payments/regcred" file="k8s/api.yaml">
      <system-out>warning prefix-leak: server key 'ghcr.io/acme' also matches 'ghcr.io/acme-evil'; write 'ghcr.io/acme/'</system-out>
    </testcase>
  </testsuite>
  <testsuite name="Deployment/payments/web" tests="1" failures="0" errors="0" skipped="1">
    <testcase name="latest-tag at spec.template.spec.containers[1].image" classname="Deployment/payments/web" file="k8s/api.yaml">
      <skipped message="a playground"/>
      <system-out>info latest-tag: 'nginx' has no tag; add a login for 'quay.io' to Secret 'regcred', or say that the image is public with --public 'quay.io/acme/side'</system-out>
    </testcase>
  </testsuite>
</testsuites>
"
`);
});

test('documents that could not be read are errors', () => {
  const unread = [{ file: 'a.yaml', line: 3, column: 1, message: 'bad "indentation"' }];
  expect(formatJunit(checkReport({ images: [imageVerdict()] }), { unread })).toMatchInlineSnapshot(`
"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="regcred" tests="2" failures="0" errors="1">
  <testsuite name="Deployment/payments/api" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="api: ghcr.io/acme/api:1.4" classname="Deployment/payments/api" file="k8s/api.yaml">
      <system-out>credential: the kubelet tries the login 'ghcr.io/acme' of Secret 'regcred'</system-out>
    </testcase>
  </testsuite>
  <testsuite name="unreadable" tests="1" failures="0" errors="1">
    <testcase name="a.yaml:3:1" classname="unreadable">
      <error message="bad &quot;indentation&quot;"/>
    </testcase>
  </testsuite>
</testsuites>
"
`);
});

test('what fails depends on the least severity that fails', () => {
  const report = checkReport({ images: [SIDE_IMAGE], findings: [finding({ severity: 'warning' })] });
  expect(formatJunit(report)).toContain('tests="1" failures="0"');
  expect(formatJunit(report, { failOn: 'warning' })).toContain('tests="1" failures="1"');
});

test('two findings of one image are one failed test', () => {
  const findings = [finding(), finding({ rule: 'invalid-image' })];
  const text = formatJunit(checkReport({ images: [SIDE_IMAGE], findings }));
  expect(text).toContain('tests="1" failures="1"');
  expect(text.match(/<failure /g)).toHaveLength(2);
});

test('XML holds whatever an image may be', () => {
  expect(formatXml(xml('a', { b: `<&">'\n\u0000\u001b\ud800🙂`, c: undefined }, ']]>', '\ufffe'))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<a b="&lt;&amp;&quot;&gt;'&#10;\ufffd\ufffd\ufffd🙂">]]&gt;\ufffd</a>\n`,
  );
});
