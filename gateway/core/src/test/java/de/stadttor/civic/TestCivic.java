package de.stadttor.civic;

import de.stadttor.civic.CivicService.Kind;
import de.stadttor.civic.CivicService.Placing;
import java.util.List;
import java.util.Map;

/** Civic services by meaning. */
public final class TestCivic {

    private TestCivic() {}

    /** Shown to everybody, to three decimals. */
    public static CivicService shown(String code, String form) {
        return new CivicService(
                code,
                form,
                true,
                "Straße",
                List.of("Schlagloch", "Asphalt"),
                Map.of("de", "Löcher in der Straße", "en", "Holes in the road"),
                Kind.REALTIME,
                new Placing("ort", "breite", "laenge", 3),
                1);
    }

    public static CivicService hidden(String code, String form) {
        CivicService shown = shown(code, form);
        return new CivicService(
                code,
                form,
                false,
                shown.group(),
                shown.keywords(),
                shown.descriptions(),
                Kind.BATCH,
                new Placing(null, null, null, 0),
                1);
    }
}
