package de.stadttor.contract;

import java.util.function.Function;
import java.util.stream.Stream;

/** What every contract has to keep to, each rule with the function that finds its faults in a file. */
enum Rule {
    IS_OPEN_API_3_1(FileRules::isOpenApi),
    REFERENCES_LEAD_SOMEWHERE(FileRules::referencesLeadSomewhere),
    COMPONENTS_ARE_USED(FileRules::componentsAreUsed),
    SAYS_WHO_MAY_CALL(FileRules::saysWhoMayCall),
    OPERATIONS_ARE_DESCRIBED(OperationRules::areDescribed),
    OPERATION_NAMES_ARE_UNIQUE(OperationRules::namesAreUnique),
    PATH_VARIABLES_ARE_DECLARED(OperationRules::pathVariablesAreDeclared),
    REFUSALS_ARE_PROBLEMS(OperationRules::refusalsAreProblems),
    WRITES_ARE_IDEMPOTENT(OperationRules::writesAreIdempotent),
    LISTS_PAGE_BY_CURSOR(OperationRules::listsPageByCursor),
    REQUESTS_ARE_STRICT(OperationRules::requestsAreStrict),
    SCHEMAS_ARE_JSON_SCHEMA(SchemaRules::areJsonSchema),
    PROPERTIES_ARE_DESCRIBED(SchemaRules::propertiesAreDescribed),
    EXAMPLES_ARE_VALID(ExampleRules::areValid),
    PROBLEMS_ARE_IN_THE_CATALOGUE(CatalogueRules::problemsAreListed);

    private final Function<Place, Stream<String>> faults;

    Rule(Function<Place, Stream<String>> faults) {
        this.faults = faults;
    }

    /** What is wrong in a file, each fault with its place. */
    Stream<String> faults(Place document) {
        return faults.apply(document);
    }
}
