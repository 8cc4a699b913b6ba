# A ModemManager with one modem, made of python3-dbusmock, on the bus of DBUS_SESSION_BUS_ADDRESS.
# Prints "ready", then lives until its input ends.
import subprocess
import sys

import dbus

NAME = "org.freedesktop.ModemManager1"
ROOT = "/org/freedesktop/ModemManager1"
MOCK = "org.freedesktop.DBus.Mock"
MODEM = ROOT + "/Modem/0"
BEARER = ROOT + "/Bearer/1"

server = subprocess.Popen([sys.executable, "-m", "dbusmock", "-m", "--session", NAME, ROOT, MOCK + ".Root"])
try:
    bus = dbus.SessionBus()
    for _ in range(200):
        if bus.name_has_owner(NAME):
            break
        subprocess.call(["sleep", "0.05"])
    root = dbus.Interface(bus.get_object(NAME, ROOT), MOCK)
    u = dbus.UInt32
    root.AddObject(MODEM, NAME + ".Modem", dbus.Dictionary({
        "Model": "RM520N-GL",
        "State": dbus.Int32(11),
        "StateFailedReason": u(0),
        "UnlockRequired": u(3),
        "SignalQuality": dbus.Struct((u(72), dbus.Boolean(True)), signature="ub"),
        "AccessTechnologies": u(1 << 14),
        "CurrentBands": dbus.Array([u(33)], signature="u"),
        "Ports": dbus.Array([("cdc-wdm0", u(6)), ("wwan0", u(2))], signature="(su)"),
        "Bearers": dbus.Array([dbus.ObjectPath(BEARER)], signature="o"),
    }, signature="sv"), [])
    modem = dbus.Interface(bus.get_object(NAME, MODEM), MOCK)
    modem.AddProperties(NAME + ".Modem.Modem3gpp", dbus.Dictionary({
        "OperatorName": "Claro BR", "OperatorCode": "72405", "RegistrationState": u(5),
    }, signature="sv"))
    modem.AddProperties(NAME + ".Modem.Signal", dbus.Dictionary({
        "Lte": dbus.Dictionary({"rsrp": -101.0, "rsrq": -12.5, "snr": 7.4, "rssi": -70.0}, signature="sv"),
        "Nr5g": dbus.Dictionary({}, signature="sv"),
    }, signature="sv"))
    modem.AddMethod(NAME + ".Modem.Signal", "Setup", "u", "", "")
    modem.AddProperties(NAME + ".Modem.Location", dbus.Dictionary({
        "Location": dbus.Dictionary({u(1): dbus.String("724,05,0,1AE0301,2F3A", variant_level=1)}, signature="uv"),
    }, signature="sv"))
    root.AddObject(BEARER, NAME + ".Bearer", dbus.Dictionary({
        "Interface": "wwan0",
        "Connected": dbus.Boolean(True),
        "Stats": dbus.Dictionary({"rx-bytes": dbus.UInt64(5000000), "tx-bytes": dbus.UInt64(1000000)}, signature="sv"),
    }, signature="sv"), [])
    print("ready", flush=True)
    sys.stdin.read()
finally:
    server.terminate()
