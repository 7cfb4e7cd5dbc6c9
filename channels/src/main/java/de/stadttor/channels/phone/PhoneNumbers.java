package de.stadttor.channels.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** Numbers as the whole world writes them (ITU-T E.164). */
final class PhoneNumbers {

    private static final int LONGEST = 40;
    private static final int SHORTEST = 5;
    private static final int MOST_DIGITS = 15;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region country of those that name none */
    PhoneNumbers(String region) {
        this.region = region;
        readAll();
    }

    /** Reads what is known of each country, from files, before the first request needs it. */
    private void readAll() {
        numbers.getSupportedRegions().forEach(numbers::getExampleNumber);
        numbers.getSupportedGlobalNetworkCallingCodes().forEach(numbers::getExampleNumberForNonGeoEntity);
    }

    /** Null for what is none: suppressed, {@code anonymous}, an extension of the house. */
    @Nullable
    String e164(@Nullable String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            return null;
        }
        String number = withPlus(written.strip());
        return isWhole(number) ? parsed(number) : null;
    }

    private @Nullable String parsed(String whole) {
        try {
            var number = numbers.parse(whole, region);
            return numbers.isPossibleNumber(number)
                            && Long.toString(number.getNationalNumber()).length() >= SHORTEST
                    ? within(numbers.format(number, PhoneNumberFormat.E164))
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** The library takes longer ones for possible; E.164 ends at 15 digits. */
    private static @Nullable String within(String number) {
        return number.length() <= 1 + MOST_DIGITS ? number : null;
    }

    /** Telephone systems leave the plus out. */
    private String withPlus(String written) {
        String code = Integer.toString(numbers.getCountryCodeForRegion(region));
        return written.startsWith(code)
                        && written.length() >= 10
                        && written.chars().allMatch(Character::isDigit)
                ? "+" + written
                : written;
    }

    /** Whether it says more than an extension does: its country, or the prefix of numbers of this one. */
    private boolean isWhole(String number) {
        String prefix = numbers.getNddPrefixForRegion(region, true);
        String digits = number.replaceAll("[^+0-9]", "");
        return prefix == null || digits.startsWith("+") || digits.startsWith(prefix);
    }
}
