package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("net.ratonet.relay.web.Browser#isInstalled")
class PagesInChromiumTest {

    private WebWorld world;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
        browser = new Browser();
    }

    @AfterEach
    void close() {
        browser.close();
        world.close();
    }

    @Test
    void showsTheApiUnderTheStrictPolicy() {
        var page = browser.page("en", 1280, 900);

        page.navigate(world.url("/docs"));
        page.waitForSelector(".opblock-summary-path");

        assertThat(page.locator(".opblock").count()).isGreaterThan(30);
        assertThat(page.locator(".info .title").textContent()).contains("RatoNet Dashboard");
        page.locator("#operations-Public-get_api_status .opblock-summary-control").click();
        page.locator("#operations-Public-get_api_status .try-out__btn").click();
        page.locator("#operations-Public-get_api_status .execute").click();
        page.waitForSelector("#operations-Public-get_api_status .live-responses-table");
        Browser.keepPicture(page, "docs");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void welcomesInTheBrowsersLanguage() throws IOException {
        world.approved("ana");
        var page = browser.page("pt-BR", 390, 800);

        page.navigate(world.url("/"));
        page.waitForFunction("document.getElementById('state').textContent === 'no ar'");

        assertThat(page.locator("#streamers").textContent()).isEqualTo("1");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("pt-BR");
        Browser.keepPicture(page, "home");
        assertThat(browser.complaints()).isEmpty();
    }
}
