/// The description of the API and its page.
@NullMarked
package net.ratonet.relay.web.docs;

import org.jspecify.annotations.NullMarked;
