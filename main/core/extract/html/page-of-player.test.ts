import { expect, test } from 'vitest';
import { pageOfPlayer } from './page-of-player.ts';

test.each([
  ['https://www.youtube.com/embed/a-B_c1?start=5&feature=oembed', 'Video', 'https://www.youtube.com/watch?v=a-B_c1'],
  ['//www.youtube-nocookie.com/embed/abc', 'Video', 'https://www.youtube.com/watch?v=abc'],
  ['http://youtube.com/v/abc', 'Video', 'https://www.youtube.com/watch?v=abc'],
  ['https://www.youtube.com/embed/videoseries?list=PL1', 'Video', 'https://www.youtube.com/playlist?list=PL1'],
  ['https://www.youtube.com/embed/live_stream?channel=UC1', 'Video', 'https://www.youtube.com/channel/UC1/live'],
  ['https://web.archive.org/web/20200101000000if_/https://www.youtube.com/embed/abc', 'Video', 'https://www.youtube.com/watch?v=abc'],
  ['https://player.vimeo.com/video/123?h=0af&color=red', 'Video', 'https://vimeo.com/123/0af'],
  ['https://player.vimeo.com/video/123', 'Video', 'https://vimeo.com/123'],
  ['https://www.dailymotion.com/embed/video/x1', 'Video', 'https://www.dailymotion.com/video/x1'],
  ['https://geo.dailymotion.com/player/xabc.html?video=x1', 'Video', 'https://www.dailymotion.com/video/x1'],
  ['https://embed.ted.com/talks/lang/de/ada_on_ferries', 'Video', 'https://www.ted.com/talks/ada_on_ferries'],
  ['https://embed-ssl.ted.com/talks/ada_on_ferries.html', 'Video', 'https://www.ted.com/talks/ada_on_ferries'],
  ['https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=red', 'Audio', 'https://soundcloud.com/a/b'],
  ['https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1%3Fsecret=2&auto_play=true', 'Audio', 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1'],
  ['https://open.spotify.com/embed/episode/4a?utm_source=x', 'Audio', 'https://open.spotify.com/episode/4a'],
  ['https://open.spotify.com/embed-podcast/show/4a', 'Audio', 'https://open.spotify.com/show/4a'],
  ['https://embed.podcasts.apple.com/us/podcast/ferries/id12?i=34&theme=auto', 'Audio', 'https://podcasts.apple.com/us/podcast/ferries/id12?i=34'],
])('%s plays what is at %s %s', (address, label, href) => {
  expect(pageOfPlayer(address)).toEqual({ label, href });
});

test.each([
  'https://www.googletagmanager.com/ns.html?id=1',
  'https://www.youtube.com/subscribe_embed?channel=a',
  'https://www.youtube.com.evil.example/embed/a',
  'https://evil.example/https://www.youtube.com/embed/a',
  'https://player.vimeo.com/video/abc',
  'https://w.soundcloud.com/player/?url=https%3A//evil.example/a',
  'https://open.spotify.com/embed/../a',
  'https://embed.podcasts.apple.com/',
  'javascript:probe()//www.youtube.com/embed/a',
  'data:text/html,https://www.youtube.com/embed/a',
  'about:blank',
  '/embed/a',
  '',
])('%s is no player', (address) => {
  expect(pageOfPlayer(address)).toBeUndefined();
});
