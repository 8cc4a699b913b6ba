/// The web door: HTTP routes, WebSockets, pages.
@NullMarked
package net.ratonet.relay.web;

import org.jspecify.annotations.NullMarked;
