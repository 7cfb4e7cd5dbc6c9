package de.stadttor.channels.email.inbound;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import de.stadttor.sorting.SortingRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A rule, ready to be compared. RE2 takes time that grows with the text and no faster, whatever the expression; the
 * JDK's own engine can be kept busy for years by one of them.
 */
record PreparedRule(List<PreparedCondition> when, SortingRule.Action then) {

    static PreparedRule of(SortingRule rule) {
        return new PreparedRule(rule.when().stream().map(PreparedCondition::of).toList(), rule.then());
    }

    boolean fits(SortableParts parts) {
        return when.stream().allMatch(condition -> condition.holds(parts));
    }

    static boolean isUsable(String pattern) {
        try {
            return !Pattern.compile(pattern).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private record PreparedCondition(SortingRule.Part part, Predicate<String> test) {

        static PreparedCondition of(SortingRule.Condition condition) {
            return new PreparedCondition(condition.part(), test(condition));
        }

        boolean holds(SortableParts parts) {
            return parts.of(part).stream().anyMatch(test);
        }

        private static Predicate<String> test(SortingRule.Condition condition) {
            String wanted = condition.value().toLowerCase(Locale.ROOT);
            return switch (condition.test()) {
                case CONTAINS -> text -> text.toLowerCase(Locale.ROOT).contains(wanted);
                case STARTS -> text -> text.toLowerCase(Locale.ROOT).startsWith(wanted);
                case EQUALS -> text -> text.toLowerCase(Locale.ROOT).equals(wanted);
                case REGEX -> regex(condition.value());
            };
        }

        /** What cannot be used, although it was looked at when it was stored, fits nothing. */
        private static Predicate<String> regex(String expression) {
            if (!isUsable(expression)) {
                return _ -> false;
            }
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            return text -> pattern.matcher(text).find();
        }
    }
}
