package de.stadttor.channels.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** Numbers as the whole world writes them (ITU-T E.164). */
final class PhoneNumbers {

    private static final int LONGEST = 40;

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
        try {
            var number = numbers.parse(withPlus(written.strip()), region);
            return numbers.isPossibleNumber(number)
                            && Long.toString(number.getNationalNumber()).length() >= 5
                    ? numbers.format(number, PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
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
}
