package net.ratonet.relay.rtmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call, an answer or news between two ends.
///
/// @param transaction by which an answer finds its call; 0 wants no answer
/// @param arguments most often null or an object first
public record Command(String name, double transaction, List<AmfValue> arguments) {

    public Command {
        arguments = List.copyOf(arguments);
    }

    /// Keys stand among the arguments.
    @Override
    public String toString() {
        return "Command[%s]".formatted(name);
    }

    public static Command of(String name, double transaction, AmfValue... arguments) {
        return new Command(name, transaction, List.of(arguments));
    }

    /// Empty when the message is no command, or a broken one.
    public static Optional<Command> decode(RtmpMessage message) {
        return switch (message.type()) {
            case RtmpMessage.COMMAND -> decode(Amf0Codec.decode(message.payload()));
            // The byte in front says that AMF0 follows all the same.
            case RtmpMessage.COMMAND_AMF3 ->
                    message.payload().length == 0
                            ? Optional.empty()
                            : decode(Amf0Codec.decode(message.payload(), 1));
            default -> Optional.empty();
        };
    }

    private static Optional<Command> decode(AmfReading reading) {
        return reading instanceof AmfReading.Values(var values)
                        && values.size() >= 2
                        && values.get(0) instanceof AmfValue.Text(var name)
                        && values.get(1) instanceof AmfValue.Num(var transaction)
                ? Optional.of(new Command(name, transaction, values.subList(2, values.size())))
                : Optional.empty();
    }

    public RtmpMessage encode(int stream) {
        var values = new ArrayList<AmfValue>();
        values.add(AmfValue.text(name));
        values.add(AmfValue.num(transaction));
        values.addAll(arguments);
        return new RtmpMessage(RtmpMessage.COMMAND, stream, 0, Amf0Codec.encode(values));
    }

    public Optional<AmfValue> argument(int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }

    public Optional<String> text(int index) {
        return argument(index).flatMap(AmfValue::text);
    }
}
