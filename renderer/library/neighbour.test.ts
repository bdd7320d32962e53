import { describe, expect, it } from 'vitest';
import { neighbourOf } from './neighbour.ts';

describe('neighbourOf', () => {
  it('steps from the open article', () => {
    expect(neighbourOf({ total: 3, at: 1, cursor: 0 }, [1])).toBe(2);
    expect(neighbourOf({ total: 3, at: 1, cursor: 0 }, [-1])).toBe(0);
    expect(neighbourOf({ total: 9, at: 1, cursor: 0 }, [1, 1, -1, 1])).toBe(3);
  });

  it('ends where the list ends', () => {
    expect(neighbourOf({ total: 3, at: 0, cursor: 0 }, [-1])).toBeNull();
    expect(neighbourOf({ total: 3, at: 2, cursor: 2 }, [1])).toBeNull();
  });

  it('forgets steps over the end, as the window does when each of them is drawn', () => {
    expect(neighbourOf({ total: 3, at: 1, cursor: 0 }, [1, 1, 1, -1])).toBeNull();
    expect(neighbourOf({ total: 3, at: 1, cursor: 0 }, [1, 1, -1, -1])).toBe(0);
  });

  it('leads nowhere when it leads back', () => {
    expect(neighbourOf({ total: 3, at: 1, cursor: 0 }, [1, -1])).toBeNull();
  });

  it('goes on from the cursor when the open article has left the list', () => {
    expect(neighbourOf({ total: 3, at: 'nowhere', cursor: 1 }, [1])).toBe(1);
    expect(neighbourOf({ total: 3, at: 'nowhere', cursor: 1 }, [-1])).toBe(0);
    expect(neighbourOf({ total: 3, at: 'nowhere', cursor: 1 }, [1, 1])).toBe(2);
    expect(neighbourOf({ total: 0, at: 'nowhere', cursor: -1 }, [1])).toBeNull();
  });
});
