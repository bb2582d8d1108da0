// Written by Tests/Oracles/pytorch_state.py; do not edit.

/// The `state_dict` of a PyTorch model, an input, and what the model makes of it.
struct PyTorchFixture {
  /// A safetensors file in base 64.
  let file: String
  let input: [Float]
  let output: [Float]

  static let dense = PyTorchFixture(
    file: """
      gAEAAAAAAAB7IjAuYmlhcyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbNl0sImRhdGFfb2Zmc2V0cyI6WzAsMjRdfSwi
      MC53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzYsNF0sImRhdGFfb2Zmc2V0cyI6WzI0LDEyMF19LCIyLmJp
      YXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzZdLCJkYXRhX29mZnNldHMiOlsxMjAsMTQ0XX0sIjIud2VpZ2h0Ijp7
      ImR0eXBlIjoiRjMyIiwic2hhcGUiOls2LDZdLCJkYXRhX29mZnNldHMiOlsxNDQsMjg4XX0sIjQuYmlhcyI6eyJkdHlw
      ZSI6IkYzMiIsInNoYXBlIjpbM10sImRhdGFfb2Zmc2V0cyI6WzI4OCwzMDBdfSwiNC53ZWlnaHQiOnsiZHR5cGUiOiJG
      MzIiLCJzaGFwZSI6WzMsNl0sImRhdGFfb2Zmc2V0cyI6WzMwMCwzNzJdfX0gICDUlWu9SNOSPcZ51T5Lu+m+u0uPvjP0
      371ybZC6I9CHPpPw1L5Eiri+OBJAvg7eAz5wORm8pFTLPonFRb13YxI+tbYbvq341L3NS/S+nLuqvq1ZU76DmZc8069R
      PiGAlj6BNa6+qZVbvlYaQD5I59I+ppHRvR80wT6+MdS8JLyXPcxAej6bDqI+I6/GvhohnrzfRRu+SEezPmwXj75EFjG+
      XW2Lvm8uw76jkXC+C6OxPn3EMj6FBFQ+w1jTPEzWWr5vMpE9RU7FvqqwmL7lxlG+4TKEPvrVbj6tziy+jeKYvOX3bj7z
      I9w+uo0+Pl2rdT3j8ZI+QqF1vodgTj3bN5S+QnuEvh7YTr6zaSc+G3IvPqbzRr4/EKQ9iPE7PvFcb73MYjm9tc2hPUdQ
      Jz77Qw0+ceGePk4hrT5uVp0+GWXsPXcYmL5ct6A8RnSNvusvxr5lmqY+ERyoPlJsvL5hwnM9/k2ovVs0rb1X3ly+/hgx
      Pl+FTr4=
      """,
    input: [
      -0.375, -1.3125, -1.75, 0.125,
      0.25, 0.5, -1.25, -1.6875,
    ],
    output: [
      0.11350613832473755, 0.12227445840835571, -0.00042329728603363037, 0.06465426832437515,
      0.050621308386325836, 0.07838238030672073,
    ])

  static let images = PyTorchFixture(
    file: """
      kAQAAAAAAAB7ImJuMS5udW1fYmF0Y2hlc190cmFja2VkIjp7ImR0eXBlIjoiSTY0Iiwic2hhcGUiOltdLCJkYXRhX29m
      ZnNldHMiOlswLDhdfSwiYm4yLm51bV9iYXRjaGVzX3RyYWNrZWQiOnsiZHR5cGUiOiJJNjQiLCJzaGFwZSI6W10sImRh
      dGFfb2Zmc2V0cyI6WzgsMTZdfSwiYm4xLmJpYXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzNdLCJkYXRhX29mZnNl
      dHMiOlsxNiwyOF19LCJibjEucnVubmluZ19tZWFuIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlszXSwiZGF0YV9vZmZz
      ZXRzIjpbMjgsNDBdfSwiYm4xLnJ1bm5pbmdfdmFyIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlszXSwiZGF0YV9vZmZz
      ZXRzIjpbNDAsNTJdfSwiYm4xLndlaWdodCI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbM10sImRhdGFfb2Zmc2V0cyI6
      WzUyLDY0XX0sImJuMi5iaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOls0XSwiZGF0YV9vZmZzZXRzIjpbNjQsODBd
      fSwiYm4yLnJ1bm5pbmdfbWVhbiI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbNF0sImRhdGFfb2Zmc2V0cyI6WzgwLDk2
      XX0sImJuMi5ydW5uaW5nX3ZhciI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbNF0sImRhdGFfb2Zmc2V0cyI6Wzk2LDEx
      Ml19LCJibjIud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOls0XSwiZGF0YV9vZmZzZXRzIjpbMTEyLDEyOF19
      LCJjb252MS53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzMsMSwzLDNdLCJkYXRhX29mZnNldHMiOlsxMjgs
      MjM2XX0sImNvbnYyLmJpYXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzRdLCJkYXRhX29mZnNldHMiOlsyMzYsMjUy
      XX0sImNvbnYyLndlaWdodCI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbNCwzLDMsM10sImRhdGFfb2Zmc2V0cyI6WzI1
      Miw2ODRdfSwiZmMxLmJpYXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzVdLCJkYXRhX29mZnNldHMiOls2ODQsNzA0
      XX0sImZjMS53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzUsMTZdLCJkYXRhX29mZnNldHMiOls3MDQsMTAy
      NF19LCJmYzIuYmlhcyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbM10sImRhdGFfb2Zmc2V0cyI6WzEwMjQsMTAzNl19
      LCJmYzIud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlszLDVdLCJkYXRhX29mZnNldHMiOlsxMDM2LDEwOTZd
      fX0gAwAAAAAAAAADAAAAAAAAANQ46rlVRDc6TB1QvGaogLtJeIK8+KFTOlinUz935Uk/CJlNP1LegD8QS38/VPZ+P+qk
      3Luge5C84Ds6PE19Iztklyu9Hl7mvVhxwbz2mr869BpAP6TbQz8D9z4/9+s/P6mwfT8VcHs/t+SAP3m1fj+wdvQ9rAaj
      vn0TYr5aixM+z2WnPT/3gb49rEe+MiCqPs91bT4gFxm+y7afvUxvnb4JlwC7YwGCvjOMgb6gpf22zkE2PdFRKb4SEFI+
      9H5Wvsuhnz7Oqm4+J/yJvkHxWr0f3oM8jQkLPVmOmz1bPYS9o3fpvE31CTs9iyI+g/q7Pc6rVjzk/dy9kXhePfkDYL6C
      gty9/N+CvfW74L3cequ9tS0gvjLpML1ngCM9bOQJvqQEq7zNngQ+nMEQvGemrzx88p68ERoPPVNq+j0HIz0+qNfbPdeC
      KD4lwUi8QK4yvhcbr70onuM9CxssvBg2wr2zpxK+GfkzvpjbI74thxW9l9v0PWloBj4rYju+u4ECPhi2F77nYx291gui
      vfV68byXmRC9ogYgvmnKI77KeI28sTGfOgHUwb1wcpI9UGIqvt8ZZ7zFHDQ+uvqzvdZNOD5/p489xBY7vmye9T2LnfC8
      65CovSoSBj7ytBa+r4sIPTNpLr2iQf49qypiPaFPxz1JUXY9y4IPvWV5G71+PCm+/D//PQ87Kj4y6xU+saUJvsWDI7wH
      GAC+1H3OvRB6Bb5j8oo9E4HTvRYNgrmiXau87ZPrPbNgG76VBhq+NroDvpxfAj6eBZS9Zj8gPhrkdz03wQU9vfXwuust
      Db3Vu0o87o08vYmRObtxLYw8/WgKvtKNsb2q3ho+Ni8Qvoc8BLxTmFU+50FlPQRidryYfTK+6BvQPUARFb7Is3G9tMjV
      PU05w73sCYQ9kU65Pf4PJb7FLBg9M8JvPlmRHz4hMxy+6Gr4PT+vMr5zp9S9i82jPfjoqz1hYEU+E5mPvep0DjzeOws+
      h81yvpuYQz7UGkS+w+dCO78OPr0K1Aa+7E0DPdK+UT4VVZa9L7MYvsnUv73X732+laHiPYnU+73BgC2+ICwUvrAtEj5H
      3AI+X2w+Pppnez0yiba9jl+dvTj5eD2vETw+M7FYPSLl9r2cN/q9QgpyvkPSSj2FWR6+z41pvnzLTj6Cwy2+zNgOvVQA
      Xz27Rw29Q5A2vseDXb47vhQ+feZiO2XmEz50Idi9u8xePdbKrr0ywnW8PDpIvl3UWz0Tp2w9+VCpvAuAhb1WLzC+qdMZ
      PpSSPr7S7r49ClfQvbHc973fpcQ8IvsEvo39XT1fGxU90/M/viuVoTxxYrM93TWuPU4iI722mVK+q5BYvaT1Yz6MJRY+
      24ATvm/W9Ly8izI+2W2IPLEyOTxx80491Pa2vvkl7Tzc8JQ+Q6jAPhP2gz4M96E9sDhcPtodTL5WErC+ZBnCvg==
      """,
    input: [
      0.625, -0.5, 0.1875, 2.25,
      -1.9375, 0.5625, -0.1875, 0.3125,
      -0.4375, -2.1875, 1.5, -1.75,
      -0.5625, -1.0625, -0.625, -2.9375,
      0.25, -0.3125, -0.6875, -0.25,
      -0.3125, -1.0, 0.1875, -1.8125,
      0.25, -0.625, 1.6875, 1.0,
      0.25, 2.3125, -1.125, 1.1875,
      -2.0625, -1.375, -0.0, 0.375,
      0.0625, -0.6875, -0.0625, 0.375,
      -0.125, 0.25, 1.0625, -0.5625,
      -0.3125, 0.625, 0.25, -0.9375,
      -2.3125, -0.25, 0.25, -0.5625,
      -0.4375, -0.4375, -1.0625, 2.25,
      1.3125, 0.5625, 1.1875, -2.5,
      -1.1875, -0.25, 1.375, 0.0625,
      0.75, 0.5625, 0.6875, -1.875,
      -0.875, 1.0625, 0.125, -0.6875,
    ],
    output: [
      0.21627821028232574, 0.08539940416812897, -0.14647093415260315, 0.22217527031898499,
      0.18257348239421844, -0.2011687457561493,
    ])

  static let norms = PyTorchFixture(
    file: """
      yAMAAAAAAAB7ImF2ZXJhZ2UubnVtX2JhdGNoZXNfdHJhY2tlZCI6eyJkdHlwZSI6Ikk2NCIsInNoYXBlIjpbXSwiZGF0
      YV9vZmZzZXRzIjpbMCw4XX0sImF2ZXJhZ2UuYmlhcyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMl0sImRhdGFfb2Zm
      c2V0cyI6WzgsMTZdfSwiYXZlcmFnZS5ydW5uaW5nX21lYW4iOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzJdLCJkYXRh
      X29mZnNldHMiOlsxNiwyNF19LCJhdmVyYWdlLnJ1bm5pbmdfdmFyIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsyXSwi
      ZGF0YV9vZmZzZXRzIjpbMjQsMzJdfSwiYXZlcmFnZS53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzJdLCJk
      YXRhX29mZnNldHMiOlszMiw0MF19LCJncm91cC5iaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOls0XSwiZGF0YV9v
      ZmZzZXRzIjpbNDAsNTZdfSwiZ3JvdXAud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOls0XSwiZGF0YV9vZmZz
      ZXRzIjpbNTYsNzJdfSwibGF5ZXIuYmlhcyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbNjRdLCJkYXRhX29mZnNldHMi
      Ols3MiwzMjhdfSwibGF5ZXIud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOls2NF0sImRhdGFfb2Zmc2V0cyI6
      WzMyOCw1ODRdfSwib3V0LmJpYXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzJdLCJkYXRhX29mZnNldHMiOls1ODQs
      NTkyXX0sIm91dC53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzIsNjRdLCJkYXRhX29mZnNldHMiOls1OTIs
      MTEwNF19LCJzbG9wZS53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzRdLCJkYXRhX29mZnNldHMiOlsxMTA0
      LDExMjBdfSwidXAuYmlhcyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbNF0sImRhdGFfb2Zmc2V0cyI6WzExMjAsMTEz
      Nl19LCJ1cC53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzIsNCwyLDJdLCJkYXRhX29mZnNldHMiOlsxMTM2
      LDEyNjRdfX0gIAMAAAAAAAAAmpkZsQAAAAABj4g+Kh8Ovk69Aj/EgG8+AxMDP18UAz9WDPu22ni0NiDRDbWIDt41S/9/
      PyoAgD8SAIA/HwCAP2cy868AiBQvzdjusGdjKDCz0Q2xzRzdsM1C4LA08wOvgLPlMGdb1bAzc9gwMygtsBrmgjDNeHgv
      NNHCsACRATGAM7gwzT8AMQAApzCa6bCwM3/aMGblA69m5EgwTbwEsc4Kqq80HemwmhBlsDMHXi+a+66w/xp4MM0gmTD/
      38cuzZ2GsDOTwLDnzn+wzSevME0RHjEAXYswuMyAKjSAAzAAlgyxzfS9sM3egzBmlMSwNOFlMJou07CzMpSwZ1DfsGdr
      xDCaekqvZ2SzME21rjDMX7QwTTmSLzO3iLCasQywMTsOrgDbYzBmi66wZ4PBMMzwl64AbbmwzaaSsJqP0DDM/38/AwCA
      P/b/fz/0/38/jP9/P5r/fz8AAIA/AwCAPwcAgD8nAIA/rf9/P+z/fz/s/38/+/9/P/P/fz/5/38/IgCAP53/fz8IAIA/
      +/9/Pw4AgD/0/38//P9/P/r/fz8CAIA/GQCAPwUAgD/8/38/xP9/P9D/fz+8/38/CACAP7H/fz80AIA/9/9/PwQAgD+/
      /38/yv9/P///fz8CAIA/DACAPw4AgD8GAIA/2P9/P6r/fz8rAIA/x/9/P7j/fz8XAIA/AACAPwEAgD/5/38/GgCAP///
      fz/6/38/AACAPwMAgD8TAIA/CQCAP6//fz/6/38/wv9/PxEAgD+i/38/dB7qPagg7b2owLE9TonBvSzJeb34T/e9VFyR
      vVeL0j0lnNE970K3PRqpxT1aoeM9QiADvaZDYT1CEuQ9xV4pPRDk/z0AwoQ9USCfPQgpM71qsXU9M11rPC+I9Lx0S5C9
      J6OPvSH6xL0B26s9sAO2Pa1CabyqH5S9ndzFPeq3oz1GUhg8CLpxvRBD6z2na1E9QFbCvbIB9T1XaMI9tJg6vVPqjz0G
      dJG95n6gvFph2T1C7ag7cAW1vfQdK73J9gq9ZY/FvPkPRDwAvew951rbO3EPnr2P9tE7vXd1Pff3fT1h9um9tje3vMk/
      vr04elq93G04Pe7Itb14UD49BkjZPWo2Bjwbnqq9bjQ3vSm23zxvJcO9tFh+PTNH6L3y/vW9Yr34vcS+z7yWK6w9XGHy
      vdau1D2GvEy9h94VPe3ouTu92ua95k/UPUX7iT0wX/49TFuBPZT4qL0vsNU99RbbOz7Ocj2JRc29XVITvWdm+72Vdke9
      Og/dPMTtyL393iI9tEuJPSAejzysMKu90ZnGvfHsHb1mzmA9d3L8PWsfkz3rcma8GowzPU8t+73kq9q9afVuPZj3kL1d
      +3U9Ete0vQZffb1Dx9K9/7SFPUOmULynBcU9kWuePanCjT2BH4Q75UsevY2t3rwgIYg8jfJ9PT1js72+xNY9WWxevLpy
      1r3okoq9dWniPXkAgD4eAIA+df9/PqAAgD5qr2S+BKMuvhmKJb0lPCa+8lLIPfZYQT6u3H8+BddfPglfRj7hmGq9oJaz
      vcgzUj6Adw8+FAwavgcsZj5xavc94o0LPph2IL6W55I9mmuzvdECSD67QTi9JF7HPeCpNT1f7dk9mgKuvUSh+T1YzDK+
      yBNnPedCLb7pgHy+PZRNvqwiSj7HfQo+PTRwPu4NTT4=
      """,
    input: [
      -0.0, -0.875, 1.75, -0.375,
      0.0625, 0.1875, -0.4375, -1.1875,
      1.0, 0.1875, -0.25, -0.6875,
      1.3125, 0.6875, 0.8125, 1.75,
    ],
    output: [
      0.04743124544620514, -0.2004801630973816, 0.13115379214286804, 0.5962234139442444,
    ])
}
