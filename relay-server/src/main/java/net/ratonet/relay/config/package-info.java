/// What whoever runs the relay may decide, read once at the start.
@NullMarked
package net.ratonet.relay.config;

import org.jspecify.annotations.NullMarked;
