package de.stadttor.web;

import java.util.List;

/** Everybody whose tokens count here. */
public record TrustedIssuers(List<TrustedIssuer> all) {

    public TrustedIssuers {
        all = List.copyOf(all);
    }
}
