package de.stadttor.web;

/** How many items a page holds: 1 to 100, 25 unless asked otherwise. */
public record Limit(int value) {

    public static final String DEFAULT = "25";
    private static final int MOST = 100;

    public Limit {
        if (value < 1 || value > MOST) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "limit");
        }
    }

    /** Reads the query parameter. */
    public static Limit of(String text) {
        try {
            return new Limit(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "limit");
        }
    }

    /** One more than fits: it tells whether there is another page. */
    public int oneMore() {
        return value + 1;
    }
}
