/** What a drawing may hold; all else goes with its content. No element that runs, moves, loads or holds other markup. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'style', 'image', 'marker', 'pattern', 'mask', 'clipPath'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap'],
  ...['feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode'],
  ...['feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
]);

/** Elements whose letters are drawn. */
export const SVG_TEXT_ELEMENTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);

/** Elements that put something on the picture. */
export const SVG_DRAWING_ELEMENTS: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'image', 'use']);

/** What lies in these is drawn only where something refers to it. */
export const SVG_STORES: ReadonlySet<string> = new Set(['defs', 'symbol', 'marker', 'pattern', 'mask', 'clipPath', 'filter', 'linearGradient', 'radialGradient']);

/** Properties of styles. All but the last line may be attributes, too. */
const PRESENTATION = [
  ...['alignment-baseline', 'baseline-shift', 'clip', 'clip-path', 'clip-rule', 'color', 'color-interpolation', 'color-interpolation-filters', 'direction'],
  ...['display', 'dominant-baseline', 'fill', 'fill-opacity', 'fill-rule', 'filter', 'flood-color', 'flood-opacity', 'font-family', 'font-size'],
  ...['font-size-adjust', 'font-stretch', 'font-style', 'font-variant', 'font-weight', 'image-rendering', 'letter-spacing', 'lighting-color'],
  ...['marker-end', 'marker-mid', 'marker-start', 'mask', 'opacity', 'overflow', 'paint-order', 'shape-rendering', 'stop-color', 'stop-opacity'],
  ...['stroke', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width'],
  ...['text-anchor', 'text-decoration', 'text-rendering', 'transform', 'transform-origin', 'unicode-bidi', 'vector-effect', 'visibility', 'word-spacing'],
  ...['writing-mode', 'width', 'height', 'x', 'y', 'cx', 'cy', 'r', 'rx', 'ry'],
];
export const SVG_PROPERTIES: ReadonlySet<string> = new Set([
  ...PRESENTATION,
  ...['background', 'background-color', 'enable-background', 'font', 'font-feature-settings', 'font-kerning', 'font-variation-settings', 'isolation'],
  ...['line-height', 'marker', 'mask-type', 'max-width', 'max-height', 'mix-blend-mode', 'text-align', 'text-transform', 'transform-box', 'white-space'],
]);

export const SVG_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PRESENTATION,
  ...['id', 'class', 'style', 'viewBox', 'preserveAspectRatio', 'version', 'systemLanguage', 'd', 'points', 'pathLength', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'rotate'],
  ...['textLength', 'lengthAdjust', 'startOffset', 'method', 'spacing', 'side', 'fx', 'fy', 'fr', 'offset', 'gradientUnits', 'gradientTransform', 'spreadMethod'],
  ...['markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY', 'orient', 'patternUnits', 'patternContentUnits', 'patternTransform'],
  ...['maskUnits', 'maskContentUnits', 'mask-type', 'clipPathUnits', 'filterUnits', 'primitiveUnits', 'filterRes', 'in', 'in2', 'result', 'mode', 'type', 'values'],
  ...['operator', 'k1', 'k2', 'k3', 'k4', 'order', 'kernelMatrix', 'kernelUnitLength', 'divisor', 'bias', 'targetX', 'targetY', 'edgeMode', 'preserveAlpha'],
  ...['surfaceScale', 'diffuseConstant', 'specularConstant', 'specularExponent', 'limitingConeAngle', 'azimuth', 'elevation', 'z', 'pointsAtX', 'pointsAtY', 'pointsAtZ'],
  ...['scale', 'xChannelSelector', 'yChannelSelector', 'stdDeviation', 'tableValues', 'slope', 'intercept', 'amplitude', 'exponent', 'radius'],
  ...['baseFrequency', 'numOctaves', 'seed', 'stitchTiles'],
]);

/** Functions of values. None of them loads anything; `url` is not among them, as it is only let through where it names a part of the drawing itself. */
export const SVG_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark', 'var', 'calc', 'min', 'max', 'clamp'],
  ...['matrix', 'matrix3d', 'translate', 'translatex', 'translatey', 'translate3d', 'scale', 'scalex', 'scaley', 'scale3d', 'rotate', 'rotatez', 'skew', 'skewx', 'skewy'],
  ...['blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'hue-rotate', 'invert', 'opacity', 'saturate', 'sepia'],
  ...['circle', 'ellipse', 'inset', 'polygon', 'path', 'rect'],
]);
