package net.ratonet.station.telemetry.starlink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers of fields by the names of messages and fields, as a server's own descriptors tell
/// them. Numbers drift from firmware to firmware, names do not.
final class SchemaBook {

    /// Field numbers of protobuf's `descriptor.proto`, which describes itself and never changes.
    private static final int FILE_NAME = 1;

    private static final int FILE_PACKAGE = 2;
    private static final int FILE_DEPENDENCY = 3;
    private static final int FILE_MESSAGE = 4;
    private static final int MESSAGE_NAME = 1;
    private static final int MESSAGE_FIELD = 2;
    private static final int MESSAGE_NESTED = 3;
    private static final int FIELD_NAME = 1;
    private static final int FIELD_NUMBER = 3;
    private static final int FIELD_TYPE_NAME = 6;

    private final Map<String, Map<String, Field>> messages = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();

    /// Takes a `FileDescriptorProto`.
    void add(ProtoMessage file) {
        file.texts(FILE_NAME).forEach(files::add);
        wanted.addAll(file.texts(FILE_DEPENDENCY));
        var scope = file.texts(FILE_PACKAGE).stream().findFirst().orElse("");
        file.messages(FILE_MESSAGE).forEach(message -> add("." + scope, message));
    }

    /// Files that others build on and that have not been added yet.
    List<String> missingFiles() {
        return wanted.stream().filter(name -> !files.contains(name)).sorted().toList();
    }

    /// How many files were added.
    int size() {
        return files.size();
    }

    boolean knows(String message) {
        return messages.containsKey("." + message);
    }

    /// The number of a field that is reached from a message name by name; empty when this firmware
    /// does not have it.
    Optional<List<Integer>> path(String message, String... names) {
        var numbers = new ArrayList<Integer>();
        var scope = "." + message;
        for (var name : names) {
            var field = messages.getOrDefault(scope, Map.of()).get(name);
            if (field == null) {
                return Optional.empty();
            }
            numbers.add(field.number);
            scope = field.type;
        }
        return Optional.of(numbers);
    }

    private void add(String scope, ProtoMessage message) {
        var name = scope + "." + message.texts(MESSAGE_NAME).stream().findFirst().orElse("");
        var fields = new HashMap<String, Field>();
        for (var field : message.messages(MESSAGE_FIELD)) {
            field.texts(FIELD_NAME)
                    .forEach(known ->
                            fields.put(
                                    known,
                                    new Field(
                                            (int) field.number(FIELD_NUMBER).orElse(0),
                                            field.texts(FIELD_TYPE_NAME).stream()
                                                    .findFirst()
                                                    .orElse(""))));
        }
        messages.put(name.replace("..", "."), fields);
        message.messages(MESSAGE_NESTED).forEach(nested -> add(name, nested));
    }

    private record Field(int number, String type) {}
}
