import { formatHtml } from '../../src/report';
import { checkReport, finding, imageVerdict, LATEST_TAG, SAMPLE_REPORT, SIDE_IMAGE } from './sample-report';

const bodyOf = (text: string) => text.slice(text.indexOf('<body>'));

test('findings, images and what is suppressed', () => {
  const report = checkReport({ images: [SIDE_IMAGE], findings: [finding()], suppressed: [LATEST_TAG] });
  expect(bodyOf(formatHtml(report))).toMatchInlineSnapshot(`
"<body>
<h1>Will each image be pulled?</h1>
<p>1 image in 1 workload: 1 missing; 1 error, 1 suppressed</p>
<section>
<h2>Findings</h2>
<article class="error">
<h3>error: missing-credential</h3>
<p>no login of Secret &#39;regcred&#39; matches &#39;quay.io/acme/side:2&#39;</p>
<p><code>k8s/api.yaml:22:18</code> Deployment/payments/api <code>spec.template.spec.containers[1].image</code></p>
<p>Why: The kubelet asks without a login, and the registry refuses. (<a href="https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/">more</a>)</p>
<p>Fix: add a login for &#39;quay.io&#39; to Secret &#39;regcred&#39;, or say that the image is public with --public &#39;quay.io/acme/side&#39;</p>
</article>
</section>
<section>
<h2>Images</h2>
<table>
<thead><tr><th>Namespace</th><th>Object</th><th>Container</th><th>Image</th><th>Verdict</th><th>Why</th></tr></thead>
<tbody>
<tr><td>payments</td><td>Deployment/api</td><td>side</td><td><code>quay.io/acme/side:2</code></td><td class="missing">missing</td><td>no login matches, and quay.io is not known to be public</td></tr>
</tbody>
</table>
</section>
<section>
<h2>Suppressed</h2>
<article>
<h3>latest-tag</h3>
<p>&#39;nginx&#39; has no tag</p>
<p>Deployment/payments/web: a playground</p>
</article>
</section>
</body>
</html>
"
`);
});

test('what is empty is not there', () => {
  expect(bodyOf(formatHtml(checkReport()))).not.toContain('<h2>');
});

test('documents that could not be read come first', () => {
  const text = formatHtml(SAMPLE_REPORT, { unread: [{ file: 'a.yaml', line: 3, message: 'bad indentation' }] });
  expect(text.indexOf('a.yaml:3')).toBeLessThan(text.indexOf('<h2>Findings'));
});

test('the page loads nothing and runs nothing', () => {
  expect(formatHtml(SAMPLE_REPORT)).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|@import|url\(/i);
});

test('what stands in a manifest is text', () => {
  const image = `"><script>alert('&')</script>`;
  const link = 'javascript:alert(1)';
  const text = formatHtml(
    checkReport({ images: [imageVerdict({ image })], findings: [finding({ message: image, link })] }),
  );
  expect(text).toContain('&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;');
  expect(text).not.toMatch(/<script|javascript:/);
});
