import { expect, test } from 'vitest';
import { fenceHighlights, tidyDialects } from './tidy-dialects.ts';

test.each([
  ['a %%only for me%% b', 'a  b'],
  ['100 %% and 5 %', '100 %% and 5 %'],
  ['A paragraph. ^a1b2c3\nx ^2', 'A paragraph.\nx ^2'],
  ['# a\n{: .lead}\nb {: .c}\n', '# a\nb {: .c}\n'],
  ['[TOC]\na', '\na'],
  ['{% raw %}{{ a }}{% endraw %}{% comment %}x{% endcomment %}', '{{ a }}'],
  ['{{< figure src="a b.png" alt="Quay" caption="The quay." >}}', '\n\n![Quay](<a b.png>)\n\nThe quay.\n\n'],
  ['{{< figure >}}', '{{< figure >}}'],
])('%j', (markdown, expected) => {
  expect(tidyDialects(markdown)).toBe(expected);
});

test.each([
  ['{% highlight ruby %}\nputs 1\n{% endhighlight %}\n', '```ruby\nputs 1\n```\n\n'],
  ['{{< highlight go "linenos=table" >}}\nx\n{{< /highlight >}}', '```go\nx\n```\n'],
  ['a highlight', 'a highlight'],
])('%j', (markdown, expected) => {
  expect(fenceHighlights(markdown)).toBe(expected);
});
