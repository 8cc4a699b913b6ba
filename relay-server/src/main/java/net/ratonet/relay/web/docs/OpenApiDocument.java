package net.ratonet.relay.web.docs;

import java.util.List;
import net.ratonet.relay.web.http.Access;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The route table as an OpenAPI 3.1 document: what is not in the table is not in the document, and
/// the other way round.
public final class OpenApiDocument {

    public static final String TITLE = "RatoNet Dashboard";
    public static final String VERSION = "1.0.0";

    private OpenApiDocument() {}

    public static ObjectNode of(List<RouteGroup> groups) {
        var out = Json.object().put("openapi", "3.1.0");
        out.set("info", Json.object().put("title", TITLE).put("version", VERSION));
        var tags = Json.array();
        var paths = Json.object();
        for (var group : groups) {
            tags.add(Json.object().put("name", group.title()));
            for (var route : group.routes()) {
                paths.withObjectProperty(route.path())
                        .set(route.verb().lowerCase(), operation(group, route));
            }
        }
        out.set("tags", tags);
        out.set("paths", paths);
        return out.set("components", components());
    }

    private static ObjectNode operation(RouteGroup group, Route route) {
        var out = Json.object().put("summary", route.summary());
        out.set("tags", Json.array().add(group.title()));
        if (!route.params().isEmpty()) {
            var params = Json.array();
            route.params().forEach(param -> params.add(parameter(param)));
            out.set("parameters", params);
        }
        route.body()
                .ifPresent(shape -> {
                    var body = Json.object().put("required", true);
                    out.set("requestBody", body.set("content", json(schema(shape))));
                });
        out.set("responses", responses(route));
        if (route.access() != Access.PUBLIC) {
            out.set("security", security(route.access()));
        }
        return out;
    }

    private static ObjectNode parameter(Param param) {
        return Json.object()
                .put("name", param.name())
                .put("in", param.place() == Param.Place.PATH ? "path" : "query")
                .put("required", param.required())
                .put("description", param.meaning())
                .set("schema", Json.object().put("type", "string"));
    }

    private static ObjectNode responses(Route route) {
        var out = Json.object();
        ObjectNode fine = Json.object().put("description", "Done");
        out.set("200", fine.set("content", json(schema(route.answer()))));
        ObjectNode error = Json.object().put("description", "Refused");
        var detail = Json.object().put("$ref", "#/components/schemas/Error");
        return out.set("default", error.set("content", json(detail)));
    }

    private static ObjectNode json(ObjectNode schema) {
        return Json.object().set("application/json", Json.object().set("schema", schema));
    }

    private static ArrayNode security(Access access) {
        var ways =
                access == Access.ADMIN
                        ? List.of("admin", "adminSession")
                        : List.of("key", "keyInQuery", "panelSession");
        var out = Json.array();
        ways.forEach(way -> out.add(Json.object().set(way, Json.array())));
        return out;
    }

    private static ObjectNode components() {
        var schemes = Json.object();
        schemes.set("key", Json.object().put("type", "http").put("scheme", "bearer"));
        schemes.set("keyInQuery", apiKey("query", "api_key"));
        schemes.set("panelSession", apiKey("cookie", "ratonet_panel"));
        schemes.set("admin", Json.object().put("type", "http").put("scheme", "bearer"));
        schemes.set("adminSession", apiKey("cookie", "ratonet_admin"));
        var error =
                Shape.fields(Shape.field("detail", Shape.TEXT), Shape.maybe("field", Shape.TEXT));
        var out = Json.object();
        out.set("schemas", Json.object().set("Error", schema(error)));
        return out.set("securitySchemes", schemes);
    }

    private static ObjectNode apiKey(String place, String name) {
        return Json.object().put("type", "apiKey").put("in", place).put("name", name);
    }

    private static ObjectNode schema(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> type("string");
            case Shape.Decimal _ -> type("number");
            case Shape.Whole _ -> type("integer");
            case Shape.Flag _ -> type("boolean");
            case Shape.Anything _ -> Json.object();
            case Shape.ListOf(var item) -> type("array").set("items", schema(item));
            case Shape.MapOf(var value) ->
                    type("object").set("additionalProperties", schema(value));
            case Shape.Fields(var fields) -> object(fields);
        };
    }

    private static ObjectNode object(List<Shape.Field> fields) {
        var properties = Json.object();
        var required = Json.array();
        for (var field : fields) {
            properties.set(field.name(), schema(field.shape()));
            if (field.always()) {
                required.add(field.name());
            }
        }
        ObjectNode out = type("object").set("properties", properties);
        return required.isEmpty() ? out : out.set("required", required);
    }

    private static ObjectNode type(String name) {
        return Json.object().put("type", name);
    }
}
