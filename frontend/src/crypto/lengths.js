// How a printed code is divided (formats §4).

export const GROUPS = 4;
export const GROUP_LENGTH = 5;
