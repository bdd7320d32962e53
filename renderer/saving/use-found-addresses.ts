import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findAddresses } from './save-pages.ts';

/** So long the typing has to pause until a text is looked through. */
const PAUSE_MS = 200;

/** The addresses in a text that is being typed or was pasted; of what stood there a moment ago while that is looked through. */
export function useFoundAddresses(text: string): readonly string[] {
  const settled = useSettled(text);
  const { data = [] } = useQuery({ queryKey: ['addresses', settled], queryFn: () => findAddresses(settled), placeholderData: keepPreviousData, gcTime: 0 });
  return text.includes('://') ? data : [];
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
