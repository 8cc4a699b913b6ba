package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/// Holds a JSON value against the part of JSON Schema that our API document uses.
final class SchemaCheck {

    private SchemaCheck() {}

    static void holds(String where, JsonNode schema, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> object(where, schema, value);
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                value.forEach(item -> holds(where + "[]", schema.path("items"), item));
            }
            case "string" -> assertThat(value.isString()).as(where).isTrue();
            case "number" -> assertThat(value.isNumber()).as(where).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> throw new AssertionError(where + " promises nothing");
        }
    }

    private static void object(String where, JsonNode schema, JsonNode value) {
        assertThat(value.isObject()).as(where).isTrue();
        if (schema.has("additionalProperties")) {
            value.properties()
                    .forEach(field ->
                            holds(
                                    where + ".*",
                                    schema.path("additionalProperties"),
                                    field.getValue()));
            return;
        }
        schema.path("required")
                .forEach(name ->
                        assertThat(value.has(name.asString())).as("%s.%s", where, name).isTrue());
        value.properties()
                .forEach(field -> {
                    var property = schema.path("properties").path(field.getKey());
                    assertThat(property.isMissingNode())
                            .as("%s.%s is not in the document", where, field.getKey())
                            .isFalse();
                    holds(where + "." + field.getKey(), property, field.getValue());
                });
    }
}
