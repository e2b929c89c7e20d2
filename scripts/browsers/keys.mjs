// Keys as WebDriver sends them.
export const keyCodes = { ArrowLeft: '\uE012', ArrowRight: '\uE014' };
