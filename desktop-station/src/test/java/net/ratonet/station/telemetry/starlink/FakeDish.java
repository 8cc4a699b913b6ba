package net.ratonet.station.telemetry.starlink;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A dish on loopback: a real gRPC server with real reflection, whose messages are built from its
/// own descriptors. Its firmware decides which numbers the drifting fields have.
final class FakeDish implements AutoCloseable {

    /// The server would log every client that looks whether it is there.
    private static final Logger NOISE = Logger.getLogger("io.grpc.okhttp.OkHttpServerTransport");

    /// Which numbers a firmware gives to the fields that drift, and which reflection it speaks.
    record Firmware(int obstruction, int outage, Reflection reflection) {

        static final Firmware OLD = new Firmware(1_004, 1_014, Reflection.V1ALPHA);
        static final Firmware NEW = new Firmware(1_015, 1_019, Reflection.V1);

        Firmware with(Reflection other) {
            return new Firmware(obstruction, outage, other);
        }
    }

    enum Reflection {
        V1,
        V1ALPHA,
        NONE
    }

    private final FileDescriptor device;
    private final Server server;
    private volatile boolean outage;

    FakeDish(Firmware firmware) throws IOException {
        this(firmware, 0);
    }

    FakeDish(Firmware firmware, int port) throws IOException {
        NOISE.setLevel(Level.OFF);
        device = descriptors(firmware);
        var builder =
                OkHttpServerBuilder.forPort(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                InsecureServerCredentials.create())
                        .addService(deviceService());
        switch (firmware.reflection) {
            case V1 -> builder.addService(ProtoReflectionServiceV1.newInstance());
            case V1ALPHA -> builder.addService(alphaReflection());
            case NONE -> {}
        }
        server = builder.build().start();
    }

    @SuppressWarnings("deprecation")
    private static BindableService alphaReflection() {
        return ProtoReflectionService.newInstance();
    }

    int port() {
        return server.getPort();
    }

    void loseTheSky() {
        outage = true;
    }

    /// Returns when nothing answers any more.
    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerServiceDefinition deviceService() {
        var method =
                MethodDescriptor.newBuilder(PlainBytes.INSTANCE, PlainBytes.INSTANCE)
                        .setFullMethodName(DishStatusCodec.SERVICE + "/Handle")
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .build();
        var service =
                ServiceDescriptor.newBuilder(DishStatusCodec.SERVICE)
                        .setSchemaDescriptor((ProtoFileDescriptorSupplier) () -> device)
                        .addMethod(method)
                        .build();
        return ServerServiceDefinition.builder(service)
                .addMethod(
                        method,
                        ServerCalls.asyncUnaryCall((request, answer) -> {
                            answer.onNext(answer(request));
                            answer.onCompleted();
                        }))
                .build();
    }

    /// Says nothing but an empty response to anything but a question for the status.
    private byte[] answer(byte[] request) {
        try {
            var asked = DynamicMessage.parseFrom(message("Request"), request);
            return asked.hasField(message("Request").findFieldByName("get_status"))
                    ? response().toByteArray()
                    : new byte[0];
        } catch (IOException broken) {
            return new byte[0];
        }
    }

    private DynamicMessage response() {
        var status = message("DishGetStatusResponse");
        var out =
                DynamicMessage.newBuilder(status)
                        .setField(status.findFieldByName("pop_ping_latency_ms"), 42.5f)
                        .setField(status.findFieldByName("downlink_throughput_bps"), 120e6f)
                        .setField(status.findFieldByName("uplink_throughput_bps"), 15e6f)
                        .setField(
                                status.findFieldByName("device_state"),
                                only("DeviceState", "uptime_s", 86_400L))
                        .setField(
                                status.findFieldByName("obstruction_stats"),
                                only("DishObstructionStats", "fraction_obstructed", 0.25f));
        if (outage) {
            out.setField(status.findFieldByName("outage"), only("DishOutage", "cause", 5L));
        }
        var response = message("Response");
        return DynamicMessage.newBuilder(response)
                .setField(response.findFieldByName("dish_get_status"), out.build())
                .build();
    }

    private DynamicMessage only(String type, String field, Object value) {
        var descriptor = message(type);
        return DynamicMessage.newBuilder(descriptor)
                .setField(descriptor.findFieldByName(field), value)
                .build();
    }

    private Descriptor message(String name) {
        for (var file = device; ; file = file.getDependencies().getFirst()) {
            var found = file.findMessageTypeByName(name);
            if (found != null) {
                return found;
            }
        }
    }

    /// Two files, as the real ones are several: the service's, and one that it builds on.
    private static FileDescriptor descriptors(Firmware firmware) {
        try {
            var dish = FileDescriptor.buildFrom(dishFile(firmware), new FileDescriptor[0]);
            return FileDescriptor.buildFrom(deviceFile(), new FileDescriptor[] {dish});
        } catch (DescriptorValidationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static FileDescriptorProto dishFile(Firmware firmware) {
        return FileDescriptorProto.newBuilder()
                .setName("spacex/api/device/dish.proto")
                .setPackage("SpaceX.API.Device")
                .addMessageType(plain("DishGetStatusRequest"))
                .addMessageType(
                        plain(
                                "DeviceState",
                                field("uptime_s", 1, FieldDescriptorProto.Type.TYPE_UINT64)))
                .addMessageType(
                        plain(
                                "DishObstructionStats",
                                field(
                                        "fraction_obstructed",
                                        1,
                                        FieldDescriptorProto.Type.TYPE_FLOAT)))
                .addMessageType(
                        plain(
                                "DishOutage",
                                field("cause", 1, FieldDescriptorProto.Type.TYPE_UINT64)))
                .addMessageType(
                        plain(
                                "DishGetStatusResponse",
                                nested("device_state", 2, "DeviceState"),
                                field(
                                        "downlink_throughput_bps",
                                        1_007,
                                        FieldDescriptorProto.Type.TYPE_FLOAT),
                                field(
                                        "uplink_throughput_bps",
                                        1_008,
                                        FieldDescriptorProto.Type.TYPE_FLOAT),
                                field(
                                        "pop_ping_latency_ms",
                                        1_009,
                                        FieldDescriptorProto.Type.TYPE_FLOAT),
                                nested(
                                        "obstruction_stats",
                                        firmware.obstruction,
                                        "DishObstructionStats"),
                                nested("outage", firmware.outage, "DishOutage")))
                .build();
    }

    private static FileDescriptorProto deviceFile() {
        return FileDescriptorProto.newBuilder()
                .setName("spacex/api/device/device.proto")
                .setPackage("SpaceX.API.Device")
                .addDependency("spacex/api/device/dish.proto")
                .addMessageType(
                        plain("Request", nested("get_status", 1_004, "DishGetStatusRequest")))
                .addMessageType(
                        plain(
                                "Response",
                                nested("dish_get_status", 2_004, "DishGetStatusResponse")))
                .addService(
                        ServiceDescriptorProto.newBuilder()
                                .setName("Device")
                                .addMethod(
                                        MethodDescriptorProto.newBuilder()
                                                .setName("Handle")
                                                .setInputType(".SpaceX.API.Device.Request")
                                                .setOutputType(".SpaceX.API.Device.Response")))
                .build();
    }

    private static DescriptorProto plain(String name, FieldDescriptorProto... fields) {
        return DescriptorProto.newBuilder().setName(name).addAllField(List.of(fields)).build();
    }

    private static FieldDescriptorProto field(
            String name, int number, FieldDescriptorProto.Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .build();
    }

    private static FieldDescriptorProto nested(String name, int number, String type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                .setTypeName(".SpaceX.API.Device." + type)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .build();
    }
}
