package de.stadttor.citizenapi.zms;

import de.stadttor.appointments.Contact;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Wish;
import de.stadttor.web.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A body as clients of ZMS send it: numbers may be texts, and what is not known is passed over. Reads all of it before
 * it refuses, so that every fault is told at once.
 */
final class ZmsBody {

    static final Pattern AUTH_KEY = Pattern.compile("[0-9A-Fa-f]{64}|[0-9A-Fa-f]{4}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{7,15}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 250;

    private final JsonNode body;
    private final List<ZmsCode> faults = new ArrayList<>();

    ZmsBody(JsonNode body) {
        this.body = body;
    }

    /** Refuses with everything that was found wrong so far. */
    <T> T valid(T read) {
        if (!faults.isEmpty()) {
            throw new ZmsError(faults.stream().distinct().toList());
        }
        return read;
    }

    Instant timestamp() {
        return Instant.ofEpochSecond(number(body.path("timestamp"), 4_102_444_800L, ZmsCode.INVALID_TIMESTAMP));
    }

    Wish wish() {
        int office = Math.toIntExact(number(body.path("officeId"), ZmsNumbers.MOST, ZmsCode.INVALID_OFFICE_ID));
        List<Integer> services = numbers(body.path("serviceId"), ZmsNumbers.MOST, ZmsCode.INVALID_SERVICE_ID);
        List<Integer> counts = body.path("serviceCount").isMissingNode()
                ? services.stream().map(_ -> 1).toList()
                : numbers(body.path("serviceCount"), ZmsNumbers.MOST_TIMES, ZmsCode.INVALID_SERVICE_COUNT);
        if (services.isEmpty()) {
            faults.add(ZmsCode.EMPTY_SERVICES);
        }
        if (services.size() != counts.size()) {
            faults.add(ZmsCode.MISMATCHED_ARRAYS);
        }
        return valid(new Wish(
                new OfficeId(office),
                IntStream.range(0, Math.min(services.size(), counts.size()))
                        .mapToObj(i -> new Wish.Item(new ServiceId(services.get(i)), counts.get(i)))
                        .toList()));
    }

    int processId() {
        return Math.toIntExact(number(body.path("processId"), ZmsNumbers.MOST, ZmsCode.INVALID_PROCESS_ID));
    }

    String authKey() {
        String key = body.path("authKey").asString("");
        need(AUTH_KEY.matcher(key).matches(), ZmsCode.INVALID_AUTH_KEY);
        return key;
    }

    Contact contact(Language language) {
        String name = body.path("familyName").asString("").strip();
        String email = text("email");
        String telephone = text("telephone");
        String note = body.path("customTextfield").asString("");
        need(!name.isEmpty() && isLine(name, LONGEST_NAME), ZmsCode.INVALID_FAMILY_NAME);
        need(email == null || EMAIL.matcher(email).matches(), ZmsCode.INVALID_EMAIL);
        need(telephone == null || TELEPHONE.matcher(telephone).matches(), ZmsCode.INVALID_TELEPHONE);
        need(note.length() <= LONGEST_TEXT, ZmsCode.INVALID_TEXT);
        return new Contact(name, email, telephone, note, language.code());
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private @Nullable String text(String name) {
        String text = body.path(name).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private List<Integer> numbers(JsonNode list, long most, ZmsCode code) {
        List<Integer> numbers = new ArrayList<>();
        need(list.isArray() && list.size() <= ZmsNumbers.MOST_SERVICES, code);
        if (list.isArray()) {
            list.forEach(each -> numbers.add(Math.toIntExact(number(each, most, code))));
        }
        return numbers;
    }

    /** From 1; 1 where there is none, beside the fault. */
    private long number(JsonNode node, long most, ZmsCode code) {
        long number = ZmsNumbers.read(node.isIntegralNumber() || node.isString() ? node.asString() : "", most);
        need(number > 0, code);
        return Math.max(1, number);
    }

    private void need(boolean right, ZmsCode code) {
        if (!right) {
            faults.add(code);
        }
    }
}
