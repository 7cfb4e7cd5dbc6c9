package de.stadttor.calendar;

/** A German state, which decides about its holidays (ISO 3166-2:DE). */
public enum FederalState {
    BB,
    BE,
    BW,
    BY,
    HB,
    HE,
    HH,
    MV,
    NI,
    NW,
    RP,
    SH,
    SL,
    SN,
    ST,
    TH
}
