package de.stadttor.appointments;

/** A service as it was when it was booked. */
public record BookedService(ServiceId id, String name, int quantity) {}
