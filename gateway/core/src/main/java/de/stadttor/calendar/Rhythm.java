package de.stadttor.calendar;

/** How often something comes back. */
public sealed interface Rhythm {

    /** On the first day of its range and never again. */
    record Once() implements Rhythm {

        @Override
        public String code() {
            return "once";
        }
    }

    /**
     * Every so many weeks; the week of the first day is week 0, and weeks begin on Monday (ISO 8601).
     *
     * @param weeks 1 to 52
     */
    record Weekly(int weeks) implements Rhythm {

        public Weekly {
            if (weeks < 1 || weeks > 52) {
                throw new IllegalArgumentException("weeks: " + weeks + " (expected: 1 to 52)");
            }
        }

        @Override
        public String code() {
            return "weeks-" + weeks;
        }
    }

    /**
     * The nth such weekday of each month: the second Tuesday is the one from the 8th to the 14th.
     *
     * @param nth 1 to 5; months without a fifth are passed over
     */
    record NthOfMonth(int nth) implements Rhythm {

        public NthOfMonth {
            if (nth < 1 || nth > 5) {
                throw new IllegalArgumentException("nth: " + nth + " (expected: 1 to 5)");
            }
        }

        @Override
        public String code() {
            return "nth-" + nth;
        }
    }

    /** The last such weekday of each month, whether it is the fourth or the fifth. */
    record LastOfMonth() implements Rhythm {

        @Override
        public String code() {
            return "last";
        }
    }

    /** The written form, as stored and in contracts. */
    String code();

    /** Reads the written form. */
    static Rhythm of(String code) {
        int dash = code.indexOf('-');
        int number = dash < 0 ? 0 : Integer.parseInt(code.substring(dash + 1));
        return switch (dash < 0 ? code : code.substring(0, dash)) {
            case "once" -> new Once();
            case "weeks" -> new Weekly(number);
            case "nth" -> new NthOfMonth(number);
            case "last" -> new LastOfMonth();
            default -> throw new IllegalArgumentException("no rhythm: " + code);
        };
    }
}
