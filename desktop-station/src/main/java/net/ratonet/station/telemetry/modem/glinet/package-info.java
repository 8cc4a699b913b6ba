/// Routers of GL.iNet with a modem inside, which tell of it by JSON-RPC (firmware 4).
@NullMarked
package net.ratonet.station.telemetry.modem.glinet;

import org.jspecify.annotations.NullMarked;
