package de.stadttor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractLintTest {

    private static final Contracts OURS = Contracts.load();
    private static final Contracts BROKEN = Contracts.load("broken-contracts");

    @ParameterizedTest
    @EnumSource
    void everyContractKeepsTheRule(Rule rule) {
        assertThat(OURS.documents().flatMap(rule::faults)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRuleFindsItsPlantedFault(Rule rule) {
        var file = rule == Rule.REFERENCES_LEAD_SOMEWHERE ? "dangling.yaml" : "broken.yaml";
        assertThat(rule.faults(BROKEN.document(file)))
                .singleElement()
                .asString()
                .contains(planted(rule));
    }

    private static String planted(Rule rule) {
        return switch (rule) {
            case IS_OPEN_API_3_1 -> "version";
            case REFERENCES_LEAD_SOMEWHERE -> "#/components/schemas/Nowhere";
            case COMPONENTS_ARE_USED -> "Unused";
            case SAYS_WHO_MAY_CALL -> "openToAll";
            case OPERATIONS_ARE_DESCRIBED -> "openToAll): has no summary";
            case OPERATION_NAMES_ARE_UNIQUE -> "POST /things";
            case PATH_VARIABLES_ARE_DECLARED -> "[id]";
            case REFUSALS_ARE_PROBLEMS -> "responses/404";
            case WRITES_ARE_IDEMPOTENT -> "POST /things";
            case LISTS_PAGE_BY_CURSOR -> "GET /things";
            case REQUESTS_ARE_STRICT -> "POST /things";
            case SCHEMAS_ARE_JSON_SCHEMA -> "maxLenght";
            case PROPERTIES_ARE_DESCRIBED -> "properties/name";
            case EXAMPLES_ARE_VALID -> "example/items";
            case PROBLEMS_ARE_IN_THE_CATALOGUE -> "/problems/unknown";
        };
    }
}
