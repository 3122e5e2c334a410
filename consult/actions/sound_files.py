"""What kind of sound a file holds, told by its first bytes and by nothing else."""

import re

_MP4_BRANDS = re.compile(rb"M4A |M4B |mp4[12]|isom|iso[2-6]|3gp[4-7]|dash")
_LAYER_3, _NO_BITRATE, _NO_RATE = 0b01, 0b1111, 0b11


def media_type_of(content: bytes) -> str:
    """audio/mpeg, audio/ogg, audio/mp4, audio/aac, audio/wav or audio/webm; empty for anything else.

    Sources: RFC 3533 (Ogg), RFC 9559 (WebM), ISO 14496-12 (`ftyp`), ISO 13818-7 (ADTS), ISO 11172-3 (MP3).
    """
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return "audio/wav"
    if content.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in content[:64]:
        return "audio/webm"
    if content[4:8] == b"ftyp" and _MP4_BRANDS.match(content, 8):
        return "audio/mp4"
    if content.startswith(b"ID3") or _is_mp3_frame(content[:3]):
        return "audio/mpeg"
    if len(content) > 1 and content[0] == 0xFF and content[1] & 0xF6 == 0xF0:
        return "audio/aac"
    return ""


def _is_mp3_frame(head: bytes) -> bool:
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 0b11, head[1] >> 1 & 0b11
    bitrate, rate = head[2] >> 4, head[2] >> 2 & 0b11
    return version != 0b01 and layer == _LAYER_3 and bitrate != _NO_BITRATE and rate != _NO_RATE
