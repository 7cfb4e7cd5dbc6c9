package de.stadttor.people;

import java.util.UUID;

/**
 * That somebody acts, or acted, for somebody else.
 *
 * @param mandate what gives the right to
 * @param representative name of who acts, as it was when the mandate was recorded
 */
public record Representation(UUID mandate, String representative, Principal principal) {}
