import { expect, it } from 'vitest';
import { unfetchedArticle } from './unfetched-article.ts';

it.each([
  ['https://www.paper.example/2024/05/12/oil-prices-rise-as-opec-meets', 'Oil prices rise as opec meets', 0.3],
  ['https://paper.example/news/oil_prices_rise-1234567.html?utm_source=mail', 'Oil prices rise', 0.3],
  ['https://paper.example/a/1834-die-%C3%A4lteste-lampe-brennt-a1b2c3d4/', 'Die älteste lampe brennt', 0.3],
  ['https://paper.example/story/12345', 'paper.example › story › 12345', 0.1],
  ['https://www.paper.example/', 'paper.example', 0.1],
  ['https://paper.example/caf%C3%A9?page=2', 'paper.example › café?page=2', 0.1],
  ['https://paper.example/%E2%80%AEgnp-exe-a-b', 'paper.example › %E2%80%AEgnp-exe-a-b', 0.1],
  ['https://paper.example/%FF%FE-a-b', 'paper.example › %FF%FE-a-b', 0.1],
  ['https://b%C3%BCcher.example/x', 'xn--bcher-kva.example › x', 0.1],
])('a page that is to be fetched from %s is called “%s” until then', (address, title, confidence) => {
  const { content } = unfetchedArticle(address, { tags: [], collections: [] });
  expect([content.title, content.guessed['title']]).toEqual([title, confidence]);
});
